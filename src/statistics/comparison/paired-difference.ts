import type { Interval } from "../outcome.ts";

/**
 * What one measure is before and after on the same rows, and their difference, after less before. Without
 * interval, statistic and p-value where the rows show no spread in it, which does not prove that there is none.
 */
export interface PairedDifference {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly n: number;
  readonly interval: Interval | null;
  /** z or t of the hypothesis that there is no difference, and its two-sided p-value. */
  readonly test: { readonly statistic: number; readonly p: number } | null;
}

/** @throws RangeError when the columns differ in length: a fault of the caller. */
export function checkSameRows(...columns: readonly { readonly length: number }[]): void {
  if (columns.some(({ length }) => length !== columns[0]?.length)) {
    throw new RangeError("a paired comparison needs columns of the same rows");
  }
}
