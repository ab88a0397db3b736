import erfc from "@stdlib/math-base-special-erfc";

/** P(|Z| ≥ |z|) for a standard normal Z: the two-sided p-value of z. Source: SciPy 2·norm.sf(|z|). */
export function twoSidedNormal(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
