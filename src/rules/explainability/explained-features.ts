import type { ImportanceFact } from "../../evidence/output/fact.ts";
import { oneByOne } from "../one-by-one.ts";
import { cannotTell, finding, type Verdict } from "../verdict.ts";
import type { Standing } from "./data-columns.ts";
import { type Explanation, shortened } from "./explanation.ts";

/** Whether what is explained is what the data have, and not what is to be predicted. */
export function* featuresOf(
  { source, file, attributions }: Explanation,
  standing: (feature: string) => Standing,
): Generator<Verdict> {
  const standings = attributions.map(({ feature }) => standing(feature));
  const of = (wanted: Standing) => attributions.filter((_, index) => standings[index] === wanted);
  const [label] = of("label");
  if (label) {
    const says = `${source}: ${shortened(label.feature)}, to which outputs are attributed, is the label of the data`;
    const fix = "take the label out of the model's inputs, and train it again";
    yield finding({ about: `label|${file.id}`, at: label.at, says, fix });
  }
  const answer = ({ feature, at }: ImportanceFact, left: number): Verdict => {
    const more = left > 1 ? `; nor are ${left - 1} more` : "";
    const says = `${source}: ${shortened(feature)} is no column of the data that the card names${more}`;
    const fix = "explain this model with its own features, by the names that its data have";
    const about = left === 0 ? feature : "more";
    return finding({ about: `feature|${file.id}|${about}`, at, says, fix });
  };
  yield* oneByOne(of("absent"), (one) => answer(one, 0), answer);
  const [unknown, ...others] = of("unknown");
  if (!unknown) return;
  const more = others.length > 0 ? `, and of ${others.length} more,` : "";
  yield cannotTell({
    about: `features|${file.id}`,
    at: unknown.at,
    says: `${source}: of ${shortened(unknown.feature)}${more} it cannot be told whether the data have it as a column`,
    needs:
      "save the features' names with the attributions, and name a table in `data` that has them as columns",
  });
}
