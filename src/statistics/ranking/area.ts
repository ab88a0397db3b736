import { Sum } from "../sum.ts";
import { below, type Ranked } from "./ranked.ts";

/**
 * The area under the ROC curve: the chance that a random positive row scores above a random negative one, a
 * tie counting half. The reason when there is no row, or no weight, of one class.
 */
export function areaUnder(ranked: Ranked): number | string {
  if (ranked.allPositives === 0) return "no row is truly of the positive class";
  if (ranked.allNegatives === 0) return "no row is truly of a negative class";
  const negativesBelow = below(ranked.negatives);
  const won = new Sum();
  for (let group = 0; group < ranked.positives.length; group++) {
    won.add(ranked.positives[group]! * (negativesBelow[group]! + ranked.negatives[group]! / 2));
  }
  return won.value / ranked.allPositives / ranked.allNegatives;
}
