import { bonferroniConfidence } from "../proportions/family.ts";
import { rateDifference } from "./difference.ts";
import type { Contrast, Disparity } from "./disparity.ts";
import type { GroupCounts } from "./group-counts.ts";
import type { GroupRate } from "./group-rate.ts";
import { rateRatio } from "./ratio.ts";

/** A notion of fairness that asks groups to have the same rates. */
export type Parity = keyof typeof RATES_ASKED;

const RATES_ASKED = {
  demographic_parity: ["selection_rate"],
  equal_opportunity: ["true_positive_rate"],
  equalized_odds: ["true_positive_rate", "false_positive_rate"],
  predictive_parity: ["precision"],
  false_positive_rate: ["false_positive_rate"],
  false_negative_rate: ["false_negative_rate"],
  accuracy: ["accuracy"],
} as const satisfies Record<string, readonly GroupRate[]>;

/**
 * How far the groups are from a parity by difference: the larger one where it asks for two rates, whose intervals
 * then hold both at once. Source: Fairlearn demographic_parity_difference, equal_opportunity_difference,
 * equalized_odds_difference(agg="worst_case").
 */
export function parityDifference(
  groups: readonly GroupCounts[],
  parity: Parity,
  contrast: Contrast,
  confidence: number,
): Disparity | string {
  return worstOf(parity, confidence, Math.max, (rate, each) => rateDifference(groups, rate, contrast, each));
}

/**
 * The same by ratio, the smaller one where a parity asks for two rates. Source: Fairlearn
 * demographic_parity_ratio, equal_opportunity_ratio, equalized_odds_ratio(agg="worst_case").
 */
export function parityRatio(
  groups: readonly GroupCounts[],
  parity: Parity,
  contrast: Contrast,
  confidence: number,
): Disparity | string {
  return worstOf(parity, confidence, Math.min, (rate, each) => rateRatio(groups, rate, contrast, each));
}

/** The worse of the disparities with the interval of the worst, or the first reason among them. */
function worstOf(
  parity: Parity,
  confidence: number,
  worse: (one: number, other: number) => number,
  disparityOf: (rate: GroupRate, each: number) => Disparity | string,
): Disparity | string {
  const rates = RATES_ASKED[parity];
  const each = bonferroniConfidence(confidence, rates.length);
  let worst: Disparity | null = null;
  for (const rate of rates) {
    const disparity = disparityOf(rate, each);
    if (typeof disparity === "string") return disparity;
    worst = worst === null ? withConfidence(disparity, confidence) : worseOf(worst, disparity, worse);
  }
  return worst ?? "there is no rate to compare";
}

function withConfidence(disparity: Disparity, confidence: number): Disparity {
  return { ...disparity, interval: disparity.interval && { ...disparity.interval, confidence } };
}

function worseOf(one: Disparity, other: Disparity, worse: (one: number, other: number) => number): Disparity {
  const [low, high] = (["low", "high"] as const).map((end) =>
    one.interval && other.interval ? worse(one.interval[end], other.interval[end]) : 0,
  );
  return {
    ...(worse(one.value, other.value) === one.value ? one : other),
    interval: one.interval && other.interval && { ...one.interval, low: low!, high: high! },
  };
}
