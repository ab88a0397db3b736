import { finding, type Verdict } from "../verdict.ts";
import { type Explanation, percent, shortened } from "./explanation.ts";

const AGAIN = "explain the model that is deployed once more, and commit what comes of it";

/** What the numbers themselves tell: none, zeros, or all but a little on one feature. */
export function* valuesOf(
  { source, file, attributions, total }: Explanation,
  most: number,
): Generator<Verdict> {
  const none = attributions.filter(({ value }) => value === null);
  const [broken] = none;
  if (broken) {
    const others = none.length > 1 ? `, and those of ${none.length - 1} more` : "";
    const says = `${source}: the attributions of ${shortened(broken.feature)}${others} are no finite numbers`;
    yield finding({ about: `undefined|${file.id}`, at: broken.at, says, fix: AGAIN });
    return;
  }
  if (total === null) {
    const areZero = attributions.every(({ value }) => value === 0);
    const what = areZero
      ? "every attribution is 0, so that nothing drives the outputs"
      : "the attributions have no finite sum";
    const says = `${source}: ${what}`;
    yield finding({
      about: `${areZero ? "zero" : "undefined"}|${file.id}`,
      at: attributions[0]?.at ?? file.at,
      says,
      fix: AGAIN,
    });
    return;
  }
  for (const { feature, value, at } of attributions) {
    const share = Math.abs(value ?? 0) / total;
    if (!(share > most)) continue;
    const says = `${source}: ${shortened(feature)} has ${percent(share)} of the mean absolute attribution, above the limit of ${percent(most)}, as when a feature gives the answer away`;
    const fix = `show that ${shortened(feature)} is known when the model decides, and does not follow from the label; else take it out and train again`;
    yield finding({ about: `share|${file.id}|${feature}`, at, says, fix });
  }
}
