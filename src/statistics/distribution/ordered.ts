import { type Frequency, rowsAt } from "../frequency.ts";
import { ascending } from "../ranking/ascending.ts";

/** The values of a numeric column in ascending order, and how many rows have none. */
export interface Ordered {
  readonly values: Float64Array;
  readonly missing: number;
  /** How many rows have this value or one before it; null where each value is of one row. */
  readonly through: Float64Array | null;
}

/** Sorts a column; NaN is a missing value, and infinities are values beyond all others. */
export function ordered(column: Float64Array, frequency: Frequency = null): Ordered {
  if (frequency != null) return orderedCounts(column, frequency);
  const sorted = column.slice().sort();
  // Typed arrays sort NaN last.
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1]!)) present--;
  return { values: sorted.subarray(0, present), missing: sorted.length - present, through: null };
}

function orderedCounts(column: Float64Array, frequency: Float64Array): Ordered {
  const present = Uint32Array.from(column.keys()).filter((line) => !Number.isNaN(column[line]!));
  const values = Float64Array.from(present, (line) => column[line]!);
  const order = ascending(values);
  let rows = 0;
  const through = Float64Array.from(order, (place) => {
    rows += rowsAt(frequency, present[place]!);
    return rows;
  });
  const all = frequency.reduce((sum, times) => sum + times, 0);
  return { values: values.map((_, place) => values[order[place]!]!), missing: all - rows, through };
}

/** The rows of the first so many values. */
export function rowsOfFirst({ through }: Ordered, values: number): number {
  if (through === null) return values;
  return values === 0 ? 0 : through[values - 1]!;
}

/** All rows that have a value. */
export function rowsPresent(column: Ordered): number {
  return rowsOfFirst(column, column.values.length);
}

/** The value of the row of that rank, from 1. */
export function valueAtRank({ values, through }: Ordered, rank: number): number {
  return values[through === null ? rank - 1 : countBelow(through, rank, false)]!;
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
