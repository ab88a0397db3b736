import { checkConfidence } from "../proportions/confidence.ts";
import { bonferroniConfidence } from "../proportions/family.ts";
import { ratioInterval } from "../proportions/ratio-interval.ts";
import type { RatioInterval } from "../proportions/score-interval.ts";
import { compareRates } from "./compared-rates.ts";
import type { GroupCounts } from "./group-counts.ts";

/** One group's selection rate over that of the reference group. */
export interface Impact {
  readonly group: string;
  readonly ratio: number;
  readonly interval: RatioInterval;
  /** Whether the whole interval is at the least ratio or above it, below it, or on both sides. */
  readonly verdict: "adverse" | "not-adverse" | "inconclusive";
}

export interface DisparateImpact {
  readonly reference: string;
  /** Every other group, the least ratio first. */
  readonly impacts: readonly Impact[];
}

/** The four-fifths rule of the U.S. Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D). */
export const FOUR_FIFTHS = 0.8;

/**
 * Each group's selection rate over that of the reference group, which is the one most selected unless named, with
 * Miettinen and Nurminen's interval; the intervals of all groups hold at once at `confidence`. The reason when a group
 * has no rows, there is no such group, or the reference has nobody selected.
 */
export function disparateImpact(
  groups: readonly GroupCounts[],
  confidence: number,
  named: string | null = null,
  least: number = FOUR_FIFTHS,
): DisparateImpact | string {
  checkConfidence(confidence);
  const compared = compareRates(groups, "selection_rate");
  if (typeof compared === "string") return compared;
  const { rates, highest } = compared;
  const reference = named === null ? highest : rates.find(({ name }) => name === named);
  if (reference === undefined) return "the reference is none of the groups";
  if (reference.share === 0) return "nobody in the reference group is selected";
  const each = bonferroniConfidence(confidence, rates.length - 1);
  const impacts: Impact[] = [];
  for (const rate of rates) {
    if (rate === reference) continue;
    const interval = ratioInterval(rate, reference, each, "miettinen-nurminen");
    if (typeof interval === "string") return interval;
    const ratio = rate.share / reference.share;
    impacts.push({
      group: rate.name,
      ratio,
      interval: { ...interval, confidence },
      verdict: verdict(interval, least),
    });
  }
  impacts.sort((left, right) => left.ratio - right.ratio);
  return { reference: reference.name, impacts };
}

function verdict({ low, high }: RatioInterval, least: number): Impact["verdict"] {
  if (low >= least) return "not-adverse";
  return high !== null && high < least ? "adverse" : "inconclusive";
}
