/** The values of a numeric column in ascending order, and how many rows have none. */
export interface Ordered {
  readonly values: Float64Array;
  readonly missing: number;
}

/** Sorts a column; NaN is a missing value, and infinities are values beyond all others. */
export function ordered(column: Float64Array): Ordered {
  const sorted = column.slice().sort();
  // Typed arrays sort NaN last.
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1]!)) present--;
  return { values: sorted.subarray(0, present), missing: sorted.length - present };
}

/** How many of the ascending `values` are below `bound`, or at most `bound` when that is included. */
export function countBelow(values: Float64Array, bound: number, including: boolean): number {
  let [first, last] = [0, values.length];
  while (first < last) {
    const middle = (first + last) >>> 1;
    const isBelow = including ? values[middle]! <= bound : values[middle]! < bound;
    if (isBelow) first = middle + 1;
    else last = middle;
  }
  return first;
}
