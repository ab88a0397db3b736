import type { Estimate } from "./estimate.ts";
import { meanInterval } from "./intervals/student-t.ts";
import { meanOf } from "./sum.ts";

/** The mean of one loss per row, with Student's interval for unweighted rows. */
export function meanOfLosses(
  losses: Float64Array,
  weight: Float64Array | null,
  range: readonly [number, number],
  confidence: number,
): Estimate {
  const mean = meanOf(losses, weight);
  return { value: mean, interval: weight === null ? meanInterval(losses, mean, range, confidence) : null };
}
