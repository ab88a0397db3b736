import { normalReach } from "../intervals/normal.ts";
import { symmetricInterval } from "../intervals/symmetric.ts";
import { checkConfidence } from "../proportions/confidence.ts";
import { twoSidedNormal } from "../tails/normal.ts";
import { checkSameRows, type PairedDifference } from "./paired-difference.ts";
import { spreadOf } from "./placement-spread.ts";
import { countOf, placements } from "./placements.ts";

/** Two areas under the ROC curve on the same rows, with the variance of each and their covariance. */
export interface PairedAreas extends PairedDifference {
  readonly variance: { readonly before: number; readonly after: number };
  readonly covariance: number;
}

/**
 * DeLong's test of two areas under the ROC curve on the same unweighted rows, in O(n log n). The interval of the
 * difference is within [-1, 1]; there is none, and no test, when both scores put every row in the same place. The
 * reason when a class has fewer than two rows or a score is not finite.
 * Source: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44 (1988) 837-845; X. Sun, W. Xu, IEEE Signal
 * Process. Lett. 21 (2014) 1389-1393. The variance of the difference is summed from the differences themselves,
 * which keeps the digits that var + var - 2·cov loses for two scores that are much alike.
 */
export function pairedDelong(
  positive: Uint8Array,
  before: Float64Array,
  after: Float64Array,
  confidence: number,
): PairedAreas | string {
  checkConfidence(confidence);
  checkSameRows(positive, before, after);
  if (!before.every(Number.isFinite) || !after.every(Number.isFinite))
    return "a score is not a finite number";
  const positives = countOf(positive);
  if (positives < 2) return "fewer than two rows are truly of the positive class";
  if (positive.length - positives < 2) return "fewer than two rows are truly of a negative class";
  const spread = spreadOf(placements(positive, before), placements(positive, after), positive);
  const error = Math.sqrt(spread.ofDifference);
  const reach = normalReach(confidence) * error;
  const interval = symmetricInterval(spread.difference, reach, 1, [-1, 1], confidence, "delong");
  const statistic = spread.difference / error;
  return {
    before: spread.before,
    after: spread.after,
    difference: spread.difference,
    n: positive.length,
    variance: spread.variance,
    covariance: spread.covariance,
    interval,
    test: interval && { statistic, p: twoSidedNormal(statistic) },
  };
}
