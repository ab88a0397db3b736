import quantile from "@stdlib/stats-base-dists-beta-quantile";
import type { Interval } from "../outcome.ts";

/**
 * The exact interval of a proportion, `successes` of `trials` (> 0): never covers less than `confidence`.
 * Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404-413; statsmodels proportion_confint(method="beta").
 */
export function clopperPearsonInterval(successes: number, trials: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: successes === 0 ? 0 : quantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : quantile(1 - tail, successes + 1, trials - successes),
    confidence,
    method: "clopper-pearson",
  };
}
