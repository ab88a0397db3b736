import type { Interval } from "../outcome.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { bonferroniConfidence } from "../proportions/family.ts";
import type { Proportion } from "../proportions/proportion.ts";
import { ratioInterval } from "../proportions/ratio-interval.ts";
import { type ComparedRate, type ComparedRates, compareRates } from "./compared-rates.ts";
import { type Contrast, type Disparity, MOST_GROUPS_WITH_INTERVAL } from "./disparity.ts";
import { overOverall } from "./from-overall.ts";
import type { GroupCounts } from "./group-counts.ts";
import type { GroupRate } from "./group-rate.ts";

/**
 * The lowest rate of a group over the highest, or the least ratio, either way up, of a group and overall; in
 * [0, 1], 1 for parity. Its interval comes from Miettinen and Nurminen's for every pair (or for every group and the
 * others), which hold all at once by Bonferroni's inequality. The reason when a group has no such rate, or no
 * group's is above 0. Source: Fairlearn MetricFrame.ratio.
 */
export function rateRatio(
  groups: readonly GroupCounts[],
  rate: GroupRate,
  contrast: Contrast,
  confidence: number,
): Disparity | string {
  checkConfidence(confidence);
  const compared = compareRates(groups, rate);
  if (typeof compared === "string") return compared;
  const { rates, overall, lowest, highest } = compared;
  if (highest.share === 0) return "the rate of every group is 0";
  const few = rates.length <= MOST_GROUPS_WITH_INTERVAL;
  switch (contrast) {
    case "between_groups":
      return {
        value: lowest.share / highest.share,
        interval: few ? leastInterval(pairsOf(compared), confidence) : null,
        groups: [lowest.name, highest.name],
      };
    case "to_overall": {
      const farthest = lowest.share / overall < overall / highest.share ? lowest : highest;
      return {
        value: Math.min(farthest.share / overall, overall / farthest.share),
        interval: few ? leastInterval(rates.map(againstOverall), confidence) : null,
        groups: [farthest.name],
      };
    }
  }
}

/** Two proportions, and what their ratio says of the one that is wanted. */
interface Pair {
  readonly one: Proportion;
  readonly other: Proportion;
  readonly wanted: (ratio: number) => number;
}

function pairsOf({ rates }: ComparedRates): readonly Pair[] {
  return rates.flatMap((one, index) =>
    rates.slice(index + 1).map((other) => ({ one, other, wanted: (ratio: number) => ratio })),
  );
}

function againstOverall(one: ComparedRate): Pair {
  return { one, other: one.others, wanted: (ratio) => overOverall(one, ratio) };
}

/** Of the least ratio either way up: every pair's interval is folded over at 1. */
function leastInterval(pairs: readonly Pair[], confidence: number): Interval {
  const each = bonferroniConfidence(confidence, pairs.length);
  let [low, high] = [1, 1];
  for (const { one, other, wanted } of pairs) {
    const interval = ratioInterval(one, other, each, "miettinen-nurminen");
    if (typeof interval === "string") continue;
    const least = wanted(interval.low);
    const most = wanted(interval.high ?? Number.POSITIVE_INFINITY);
    low = Math.min(low, least, 1 / most);
    if (most < 1) high = Math.min(high, most);
    if (least > 1) high = Math.min(high, 1 / least);
  }
  return { low, high, confidence, method: "miettinen-nurminen" };
}
