import { countBelow, type Ordered, rowsOfFirst, rowsPresent, valueAtRank } from "./ordered.ts";
import type { PairedCounts } from "./paired-counts.ts";

/** Where a bin ends: with its upper bound, which is or is not part of it. The last bin has no end. */
interface End {
  readonly bound: number;
  readonly included: boolean;
}

/**
 * The ends of bins fixed by the reference: at its quantiles 1/k … (k - 1)/k, each an observed value (NumPy's
 * "inverted_cdf") that belongs to the bin below it; the first bin has no lower and the last no upper bound.
 * A value that several quantiles share, its minimum and maximum counted among them, is a bin of its own, so that
 * a shift away from a value that many rows share is seen on either side of it, where the reference has no rows
 * as well. A reference without values has one bin.
 */
export function quantileEnds(column: Ordered, k: number): readonly End[] {
  if (!(Number.isInteger(k) && k >= 1))
    throw new RangeError("the number of bins is a whole number of 1 or more");
  const { values } = column;
  if (values.length === 0) return [];
  const rows = rowsPresent(column);
  const ends: End[] = [];
  let [last, times] = [values[0]!, 1];
  for (let part = 1; part <= k; part++) {
    const quantile = valueAtRank(column, Math.ceil((part * rows) / k));
    if (quantile === last) {
      if (++times === 2) markOwnBin(ends, quantile);
      continue;
    }
    if (part < k) ends.push({ bound: quantile, included: true });
    [last, times] = [quantile, 1];
  }
  return ends;
}

function markOwnBin(ends: End[], bound: number): void {
  if (ends.at(-1)?.bound === bound) ends.pop();
  ends.push({ bound, included: false }, { bound, included: true });
}

/** The rows of either population in each bin; missing values are the last bin when there are any. */
export function countInBins(reference: Ordered, current: Ordered, ends: readonly End[]): PairedCounts {
  const withMissing = reference.missing + current.missing > 0;
  return {
    reference: countsOf(reference, ends, withMissing),
    current: countsOf(current, ends, withMissing),
  };
}

function countsOf(column: Ordered, ends: readonly End[], withMissing: boolean): Float64Array {
  const { values, missing } = column;
  const upTo = ends.map(({ bound, included }) => countBelow(values, bound, included));
  const below = [0, ...upTo, values.length].map((count) => rowsOfFirst(column, count));
  const counts = below.slice(1).map((count, bin) => count - below[bin]!);
  return Float64Array.from(withMissing ? [...counts, missing] : counts);
}
