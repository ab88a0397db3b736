import quantile from "@stdlib/stats-base-dists-t-quantile";
import { type Frequency, rowsAt, rowsIn } from "../frequency.ts";
import type { Interval } from "../outcome.ts";
import { Sum } from "../sum.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * Student's interval of a mean of equally weighted rows: mean ± t(n - 1) · s / √n, with s the sample standard
 * deviation. Null for fewer than two rows and for rows that are all alike.
 * Source: SciPy ttest_1samp(…).confidence_interval.
 */
export function meanInterval(
  values: Float64Array,
  mean: number,
  range: readonly [number, number],
  confidence: number,
  frequency: Frequency = null,
): Interval | null {
  const n = rowsIn(frequency, values.length);
  if (n < 2) return null;
  const squares = new Sum();
  for (let line = 0; line < values.length; line++)
    squares.add(rowsAt(frequency, line) * (values[line]! - mean) ** 2);
  const error = Math.sqrt(squares.value / (n - 1) / n);
  const reach = quantile((1 + confidence) / 2, n - 1) * error;
  return symmetricInterval(mean, reach, Math.abs(mean), range, confidence, "student-t");
}
