import { rowsForHalfWidth } from "../proportions/rows-for-width.ts";
import type { GroupCounts } from "./group-counts.ts";
import { type GroupRate, proportionIn, trialsOf } from "./group-rate.ts";

/** A group with too few trials for its rate to be known to the half-width asked for. */
export interface SmallGroup {
  readonly group: string;
  readonly has: number;
  readonly needs: number;
  /** What is counted: "truly positive rows". */
  readonly of: string;
}

/** The rate at which a share is least certain, taken where no group has the rate. */
const LEAST_CERTAIN = 0.5;

/**
 * The groups whose rate has too few trials for Wilson's interval to reach at most `halfWidth` to either side, and
 * how many they need. The rate of all groups together stands for each group's own, which so few rows do not tell.
 * The reason when the true classes that the rate needs are not known.
 */
export function smallGroups(
  groups: readonly GroupCounts[],
  rate: GroupRate,
  halfWidth: number,
  confidence: number,
): readonly SmallGroup[] | string {
  const trials: number[] = [];
  let [successes, all] = [0, 0];
  for (const group of groups) {
    const proportion = proportionIn(group, rate);
    if (typeof proportion === "string") return proportion;
    trials.push(proportion.trials);
    successes += proportion.successes;
    all += proportion.trials;
  }
  const needs = rowsForHalfWidth(all === 0 ? LEAST_CERTAIN : successes / all, halfWidth, confidence);
  return groups.flatMap((group, index) => {
    const has = trials[index]!;
    return has < needs ? [{ group: group.name, has, needs, of: trialsOf(rate) }] : [];
  });
}
