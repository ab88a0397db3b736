import quantile from "@stdlib/stats-base-dists-t-quantile";
import type { Moments } from "../moments.ts";
import type { Interval } from "../outcome.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * Student's interval of a mean of equally weighted rows: mean ± t(n - 1) · s / √n, with s the sample standard
 * deviation. Null for fewer than two rows and for rows that are all alike.
 * Source: SciPy ttest_1samp(…).confidence_interval.
 */
export function meanInterval(
  { rows, mean, squares }: Moments,
  range: readonly [number, number],
  confidence: number,
): Interval | null {
  if (rows < 2) return null;
  const error = Math.sqrt(squares / (rows - 1) / rows);
  const reach = quantile((1 + confidence) / 2, rows - 1) * error;
  return symmetricInterval(mean, reach, Math.abs(mean), range, confidence, "student-t");
}
