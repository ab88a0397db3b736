import { twoSidedNormal } from "../tails/normal.ts";
import { differenceScore } from "./difference-score.ts";
import { type Proportion, sharesOf } from "./proportion.ts";

/** A test's statistic and its two-sided p-value. */
export interface TestResult {
  readonly statistic: number;
  readonly p: number;
}

/**
 * Miettinen and Nurminen's score test of `one - other = difference` (0 unless given, in (-1, 1)): z and its
 * two-sided p-value. It rejects what their interval leaves out. The reason when either has no trials, or all
 * rows of both are alike, which leaves nothing to tell them apart by.
 * Source: statsmodels test_proportions_2indep(method="score", compare="diff", correction=True), which is wrong for a
 * difference other than 0 (its issue 10269).
 */
export function differenceTest(one: Proportion, other: Proportion, difference = 0): TestResult | string {
  if (!(Math.abs(difference) < 1)) throw new RangeError("a difference of shares lies between -1 and 1");
  const shares = sharesOf(one, other);
  if (typeof shares === "string") return shares;
  const successes = one.successes + other.successes;
  if (difference === 0 && (successes === 0 || successes === one.trials + other.trials)) {
    return "every row of both has the same outcome";
  }
  const statistic = differenceScore(one, other, difference);
  return { statistic, p: twoSidedNormal(statistic) };
}
