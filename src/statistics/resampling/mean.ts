import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import type { Statistic } from "./statistic.ts";

/** The mean of one finite number per row, under the rows' weights when there are any. */
export function meanStatistic(values: Float64Array, weight: Float64Array | null): Statistic {
  const rows = values.length;
  return {
    rows,
    at(counts) {
      let sum = 0;
      let lost = 0;
      let total = 0;
      for (let row = 0; row < rows; row++) {
        const share = weight === null ? counts[row]! : counts[row]! * weight[row]!;
        const term = share * values[row]!;
        const next = sum + term;
        // What the addition rounded away, by Knuth's form of it, which does not ask which is larger.
        const added = next - sum;
        lost += sum - (next - added) + (term - added);
        sum = next;
        total += share;
      }
      return (sum + lost) / total;
    },
    withoutEach(unitOf, units) {
      const parts = new Float64Array(units);
      const shares = new Float64Array(units);
      const sum = new Sum();
      const total = new Sum();
      for (let row = 0; row < rows; row++) {
        const share = weightAt(weight, row);
        const unit = unitOf === null ? row : unitOf[row]!;
        parts[unit]! += share * values[row]!;
        shares[unit]! += share;
        sum.add(share * values[row]!);
        total.add(share);
      }
      return parts.map((part, unit) => (sum.value - part) / (total.value - shares[unit]!));
    },
  };
}
