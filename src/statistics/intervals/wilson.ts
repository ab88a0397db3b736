import type { Interval } from "../outcome.ts";
import { normalReach } from "./normal.ts";

/**
 * Wilson's score interval of a proportion, `successes` of `trials` (> 0).
 * Source: E. B. Wilson, JASA 22 (1927) 209-212; statsmodels proportion_confint(method="wilson").
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  const z = normalReach(confidence);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const reach = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - reach),
    high: successes === trials ? 1 : Math.min(1, centre + reach),
    confidence,
    method: "wilson",
  };
}
