import { sumOf } from "../sum.ts";

/** How many rows of either population are in each bin or category, in the same order; a bin may be empty. */
export interface PairedCounts {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

/** The rows of both populations, or the reason when one has none. */
export function rowsOfBoth({
  reference,
  current,
}: PairedCounts): { readonly reference: number; readonly current: number } | string {
  if (reference.length !== current.length)
    throw new RangeError("both populations need counts of the same bins");
  const rows = { reference: sumOf(reference), current: sumOf(current) };
  if (rows.reference === 0) return "the reference has no rows";
  return rows.current === 0 ? "the current population has no rows" : rows;
}
