import betainc from "@stdlib/math-base-special-betainc";

/**
 * P(|T| ≥ |t|) for Student's T with `freedom` > 0 degrees of freedom: the two-sided p-value of t.
 * Source: SciPy 2·t.sf(|t|, freedom).
 */
export function twoSidedStudent(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? t : 0;
  const square = t * t;
  // Whichever share is the smaller one is exact; one less a tiny share would lose it.
  return square < freedom
    ? betainc(square / (freedom + square), 0.5, freedom / 2, true, true)
    : betainc(freedom / (freedom + square), freedom / 2, 0.5, true, false);
}
