import type { Estimate } from "./estimate.ts";
import { countsRows, type Frequency } from "./frequency.ts";
import { meanInterval } from "./intervals/student-t.ts";
import { meanOf } from "./sum.ts";

/** The mean of one loss per row, with Student's interval for unweighted rows; `frequency` is the sample's. */
export function meanOfLosses(
  losses: Float64Array,
  weight: Float64Array | null,
  range: readonly [number, number],
  confidence: number,
  frequency: Frequency = null,
): Estimate {
  const mean = meanOf(losses, weight);
  const interval = countsRows({ weight, frequency })
    ? meanInterval(losses, mean, range, confidence, frequency)
    : null;
  return { value: mean, interval };
}
