/** Rounding of logarithms and roots, which must not cost a row. */
const ROUNDING = 1e-14;

/** The fewest whole rows, one or more, that are at least `rows`. */
export function wholeRows(rows: number): number {
  return Math.max(1, Math.ceil(rows * (1 - ROUNDING)));
}
