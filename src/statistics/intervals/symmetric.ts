import type { Interval } from "../outcome.ts";

/** Below this share of its own terms a standard error is rounding, not spread. */
const ROUNDING = 1e-12;

/**
 * value ± reach, cut to the metric's range. Null where the reach is nothing beside the `scale` of the terms
 * that it was estimated from: rows that show no spread (a perfect small sample) do not prove that there is
 * none, and an interval of zero width would.
 */
export function symmetricInterval(
  value: number,
  reach: number,
  scale: number,
  range: readonly [number, number],
  confidence: number,
  method: Interval["method"],
): Interval | null {
  if (!(reach > ROUNDING * scale)) return null;
  return {
    low: Math.max(range[0], value - reach),
    high: Math.min(range[1], value + reach),
    confidence,
    method,
  };
}
