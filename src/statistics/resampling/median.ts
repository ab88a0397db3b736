import { weightAt } from "../weight.ts";
import type { Statistic } from "./statistic.ts";

/**
 * The median of ascending numbers, one per row, under the rows' weights when there are any: the mean of the
 * two middle ones when half of the weight lies on either side.
 */
export function medianStatistic(ascending: Float64Array, weight: Float64Array | null): Statistic {
  const rows = ascending.length;
  return {
    rows,
    at(counts) {
      let total = 0;
      for (let row = 0; row < rows; row++) total += counts[row]! * weightAt(weight, row);
      const half = total / 2;
      // Weights such as 0.1 do not sum exactly, and half of them must still count as half.
      const rounding = weight === null ? 0 : half * 4 * Number.EPSILON;
      let before = 0;
      let lower = Number.NaN;
      for (let row = 0; row < rows; row++) {
        const share = counts[row]! * weightAt(weight, row);
        if (share === 0) continue;
        const through = before + share;
        if (through > half + rounding) {
          return before >= half - rounding ? lower + (ascending[row]! - lower) / 2 : ascending[row]!;
        }
        before = through;
        lower = ascending[row]!;
      }
      return lower;
    },
    withoutEach: () => null,
  };
}
