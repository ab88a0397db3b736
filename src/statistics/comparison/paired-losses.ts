import quantile from "@stdlib/stats-base-dists-t-quantile";
import { symmetricInterval } from "../intervals/symmetric.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { meanOf, Sum } from "../sum.ts";
import { twoSidedStudent } from "../tails/student-t.ts";
import { checkSameRows, type PairedDifference } from "./paired-difference.ts";

/**
 * Student's paired test of two mean losses on the same unweighted rows: the mean of `after - before` per row
 * ± t(n - 1)·s/√n. No interval and no test for one row, or when the loss of every row changed by as much. The reason
 * when there are no rows, or a loss or a mean is not finite.
 * Source: SciPy ttest_rel(after, before) with confidence_interval.
 */
export function pairedLosses(
  before: Float64Array,
  after: Float64Array,
  confidence: number,
): PairedDifference | string {
  checkConfidence(confidence);
  checkSameRows(before, after);
  const n = before.length;
  if (n === 0) return "there are no rows";
  const change = after.map((loss, row) => loss - before[row]!);
  const means = {
    before: meanOf(before, null),
    after: meanOf(after, null),
    difference: meanOf(change, null),
  };
  if (!Object.values(means).every(Number.isFinite)) return "a loss is not a finite number";
  const squares = new Sum();
  for (let row = 0; row < n; row++) squares.add((change[row]! - means.difference) ** 2);
  const error = Math.sqrt(squares.value / (n - 1) / n);
  const interval = symmetricInterval(
    means.difference,
    n < 2 ? 0 : quantile((1 + confidence) / 2, n - 1) * error,
    Math.max(Math.abs(means.before), Math.abs(means.after)),
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    confidence,
    "student-t",
  );
  const statistic = means.difference / error;
  return { ...means, n, interval, test: interval && { statistic, p: twoSidedStudent(statistic, n - 1) } };
}
