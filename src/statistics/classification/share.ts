import type { Estimate } from "../estimate.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import type { Tally } from "./tally.ts";

/**
 * A proportion of the tally's rows with Wilson's interval, or `empty` when there are no such rows.
 * Weighted rows are no count of trials, so they get no interval.
 */
export function share(
  tally: Tally,
  part: number,
  whole: number,
  confidence: number,
  empty: string,
): Estimate {
  if (whole === 0) return empty;
  return { value: part / whole, interval: tally.weighted ? null : wilsonInterval(part, whole, confidence) };
}
