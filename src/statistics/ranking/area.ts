import { Sum } from "../sum.ts";
import type { Ranked } from "./ranked.ts";
import { Ties } from "./ties.ts";

/**
 * The area under the ROC curve: the chance that a random positive row scores above a random negative one, a
 * tie counting half. The reason when there is no row, or no weight, of one class.
 */
export function areaUnder(ranked: Ranked): number | string {
  if (ranked.allPositives === 0) return "no row is truly of the positive class";
  if (ranked.allNegatives === 0) return "no row is truly of a negative class";
  const negativesBelow = new Sum();
  const won = new Sum();
  for (const ties = new Ties(ranked); ties.next(); ) {
    won.add(ties.positives * (negativesBelow.value + ties.negatives / 2));
    negativesBelow.add(ties.negatives);
  }
  return won.value / ranked.allPositives / ranked.allNegatives;
}
