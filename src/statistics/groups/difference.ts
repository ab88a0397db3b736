import type { Interval } from "../outcome.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { bonferroniConfidence } from "../proportions/family.ts";
import { newcombeInterval } from "../proportions/newcombe.ts";
import { type ComparedRate, type ComparedRates, compareRates } from "./compared-rates.ts";
import { type Contrast, type Disparity, MOST_GROUPS_WITH_INTERVAL } from "./disparity.ts";
import { differenceFromOverall } from "./from-overall.ts";
import type { GroupCounts } from "./group-counts.ts";
import type { GroupRate } from "./group-rate.ts";

/**
 * The largest difference of a rate between two groups, or of one from overall; in [0, 1], 0 for parity. Its
 * interval comes from Newcombe's for every pair (or for every group against the others, shrunk to its difference
 * from overall), which hold all at once by Bonferroni's inequality. The reason when a group has no such rate.
 * Source: Fairlearn MetricFrame.difference.
 */
export function rateDifference(
  groups: readonly GroupCounts[],
  rate: GroupRate,
  contrast: Contrast,
  confidence: number,
): Disparity | string {
  checkConfidence(confidence);
  const compared = compareRates(groups, rate);
  if (typeof compared === "string") return compared;
  switch (contrast) {
    case "between_groups": {
      const { lowest, highest } = compared;
      return {
        value: highest.share - lowest.share,
        interval: spreadInterval(compared, confidence),
        groups: [lowest.name, highest.name],
      };
    }
    case "to_overall": {
      const { rates, overall, lowest, highest } = compared;
      const farthest = overall - lowest.share > highest.share - overall ? lowest : highest;
      return {
        value: Math.abs(farthest.share - overall),
        interval: distanceInterval(rates, confidence),
        groups: [farthest.name],
      };
    }
  }
}

/** Of highest less lowest: no less than the surest gap of any pair, no more than the widest possible one. */
function spreadInterval({ rates }: ComparedRates, confidence: number): Interval | null {
  if (rates.length > MOST_GROUPS_WITH_INTERVAL) return null;
  const each = bonferroniConfidence(confidence, (rates.length * (rates.length - 1)) / 2);
  let [low, high] = [0, 0];
  rates.forEach((one, index) => {
    for (const other of rates.slice(index + 1)) {
      const interval = newcombeInterval(one, other, each);
      if (typeof interval === "string") continue;
      low = Math.max(low, interval.low, -interval.high);
      high = Math.max(high, interval.high, -interval.low);
    }
  });
  return { low, high, confidence, method: "newcombe" };
}

function distanceInterval(rates: readonly ComparedRate[], confidence: number): Interval | null {
  if (rates.length > MOST_GROUPS_WITH_INTERVAL) return null;
  const each = bonferroniConfidence(confidence, rates.length);
  let [low, high] = [0, 0];
  for (const one of rates) {
    const interval = differenceFromOverall(one, each);
    if (interval === null) continue;
    low = Math.max(low, interval.low, -interval.high);
    high = Math.max(high, interval.high, -interval.low);
  }
  return { low, high, confidence, method: "newcombe" };
}
