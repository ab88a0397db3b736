import { counted } from "../../measurement/number-format.ts";
import { cannotTell, finding, type Verdict } from "../verdict.ts";
import type { Explanation } from "./explanation.ts";

/**
 * Whether base and attributions of each row add up to its output. Where nothing asks that it can be computed, a file
 * without base values or outputs is not held against anyone.
 */
export function* additivityOf(one: Explanation, required: boolean): Generator<Verdict> {
  const { source, file, additivity, attributions } = one;
  const at = attributions[0]?.at ?? file.at;
  const about = `additivity|${file.id}`;
  for (const { stated, recomputed, rows, at } of additivity) {
    if (recomputed === null || recomputed >= stated) continue;
    const says = `${source}: in ${stated - recomputed} of ${counted(rows, "row")} base and attributions do not add up to the output`;
    const fix = "commit base values, attributions and outputs of one run, of the model that is deployed";
    yield finding({ about, at, says, fix });
  }
  const loose = additivity.find(({ recomputed }) => recomputed === null);
  if (!required || (additivity.length > 0 && !loose)) return;
  const why = loose?.because ?? "the file does not have base values and outputs of the rows";
  yield cannotTell({
    about,
    at,
    says: `${source}: whether base and attributions add up to the output cannot be told: ${why}`,
    needs:
      "save base values and the model's outputs, on the scale that is explained, beside the attributions",
  });
}
