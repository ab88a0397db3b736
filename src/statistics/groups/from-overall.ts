import type { Interval } from "../outcome.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { bonferroniConfidence } from "../proportions/family.ts";
import { newcombeInterval } from "../proportions/newcombe.ts";
import { ratioInterval } from "../proportions/ratio-interval.ts";
import type { RatioInterval } from "../proportions/score-interval.ts";
import { type ComparedRate, compareRates } from "./compared-rates.ts";
import type { GroupCounts } from "./group-counts.ts";
import type { GroupRate } from "./group-rate.ts";

/** One group's rate less that of all rows, and over it. */
export interface FromOverall {
  readonly group: string;
  readonly share: number;
  readonly difference: number;
  readonly differenceInterval: Interval | null;
  /** Null where the overall rate is 0. */
  readonly ratio: number | null;
  readonly ratioInterval: RatioInterval | null;
}

/** The rate of all groups together, and every group beside it. */
export interface RateFromOverall {
  readonly overall: number;
  readonly groups: readonly FromOverall[];
}

/**
 * Every group's rate beside that of all of them together. The intervals are Newcombe's of the difference from the
 * other groups and Miettinen and Nurminen's of the ratio to them, carried over to overall, of which the group is a
 * part; they hold for all groups at once by Bonferroni's inequality. The reason when a group has no such rate.
 * Source: Fairlearn MetricFrame(…).by_group less and over .overall.
 */
export function fromOverall(
  groups: readonly GroupCounts[],
  rate: GroupRate,
  confidence: number,
): RateFromOverall | string {
  checkConfidence(confidence);
  const compared = compareRates(groups, rate);
  if (typeof compared === "string") return compared;
  const { rates, overall } = compared;
  const each = bonferroniConfidence(confidence, rates.length);
  return {
    overall,
    groups: rates.map((one) => ({
      group: one.name,
      share: one.share,
      difference: one.share - overall,
      differenceInterval: withConfidence(differenceFromOverall(one, each), confidence),
      ratio: overall === 0 ? null : one.share / overall,
      ratioInterval: overall === 0 ? null : withConfidence(ratioToOverall(one, each), confidence),
    })),
  };
}

/** A group is part of overall, so it differs from overall by less than from the others. */
export function differenceFromOverall(one: ComparedRate, confidence: number): Interval | null {
  const interval = newcombeInterval(one, one.others, confidence);
  if (typeof interval === "string") return null;
  const part = one.others.trials / (one.trials + one.others.trials);
  return { ...interval, low: part * interval.low, high: part * interval.high };
}

/** For the same reason its ratio to overall is nearer to 1, and never above what it is when it has all successes. */
function ratioToOverall(one: ComparedRate, confidence: number): RatioInterval | null {
  const interval = ratioInterval(one, one.others, confidence, "miettinen-nurminen");
  if (typeof interval === "string") return null;
  const low = overOverall(one, interval.low);
  return { ...interval, low, high: overOverall(one, interval.high ?? Number.POSITIVE_INFINITY) };
}

/** The ratio to overall of a group whose ratio to the others is `ratio`. */
export function overOverall(one: ComparedRate, ratio: number): number {
  const part = one.trials / (one.trials + one.others.trials);
  return ratio === Number.POSITIVE_INFINITY ? 1 / part : ratio / (part * ratio + 1 - part);
}

function withConfidence<I extends Interval | RatioInterval>(
  interval: I | null,
  confidence: number,
): I | null {
  return interval && { ...interval, confidence };
}
