/** Below this the alternating series is slow and its transformed twin is fast. */
const TURN = 1;

/** No term of either series beyond it is as large as the rounding of the first. */
const TERMS = 12;

/**
 * P(K ≥ x) for Kolmogorov's limiting law, 2·Σ (-1)^(k-1)·e^(-2k²x²). Source: SciPy kstwobign.sf; W. Feller, Ann. Math.
 * Stat. 19 (1948) 177-189.
 */
export function kolmogorovTail(x: number): number {
  if (x <= 0) return 1;
  let sum = 0;
  for (let k = TERMS; k >= 1; k--) {
    if (x >= TURN) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
    else sum += Math.exp((-((2 * k - 1) ** 2) * Math.PI ** 2) / (8 * x * x));
  }
  return x >= TURN ? sum : 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
}
