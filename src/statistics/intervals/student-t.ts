import quantile from "@stdlib/stats-base-dists-t-quantile";
import { type Frequency, rowsAt, rowsIn } from "../frequency.ts";
import { LOSSES, type LossBlocks } from "../loss-blocks.ts";
import type { Interval } from "../outcome.ts";
import { Sum } from "../sum.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * Student's interval of a mean of equally weighted rows: mean ± t(n - 1) · s / √n, with s the sample standard
 * deviation. Null for fewer than two rows and for rows that are all alike.
 * Source: SciPy ttest_1samp(…).confidence_interval.
 */
export function meanInterval(
  losses: LossBlocks,
  mean: number,
  range: readonly [number, number],
  confidence: number,
  frequency: Frequency = null,
): Interval | null {
  const n = rowsIn(frequency, losses.rows);
  if (n < 2) return null;
  const error = Math.sqrt(squaresAbout(mean, losses, frequency) / (n - 1) / n);
  const reach = quantile((1 + confidence) / 2, n - 1) * error;
  return symmetricInterval(mean, reach, Math.abs(mean), range, confidence, "student-t");
}

function squaresAbout(mean: number, { rows, of }: LossBlocks, frequency: Frequency): number {
  const squares = new Sum();
  for (let start = 0; start < rows; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, rows));
    let few = 0;
    for (let index = 0; index < losses.length; index++) {
      few += rowsAt(frequency, start + index) * (losses[index]! - mean) ** 2;
    }
    squares.add(few);
  }
  return squares.value;
}
