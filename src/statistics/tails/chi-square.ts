import gammainc from "@stdlib/math-base-special-gammainc";

/** From here on the library's incomplete gamma function is off in its third digit, near its mean. */
const MANY = 500;

/** P(X ≥ x) for a chi-square X with `freedom` > 0 degrees of freedom. Source: SciPy chi2.sf. */
export function aboveChiSquare(x: number, freedom: number): number {
  if (x <= 0) return 1;
  return freedom < MANY ? gammainc(x / 2, freedom / 2, true, true) : aboveGamma(x / 2, freedom / 2);
}

/**
 * The upper regularised incomplete gamma function of a large shape, by the series on either side of the shape, whose
 * terms fall as those of a normal law do. Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.11.1.
 */
function aboveGamma(x: number, shape: number): number {
  const offset = (x - shape) / shape;
  const stirling = 1 / (12 * shape) - 1 / (360 * shape ** 3);
  const density = Math.exp(shape * (Math.log1p(offset) - offset) - stirling) / Math.sqrt(2 * Math.PI * shape);
  return x < shape
    ? 1 - density * series((step) => x / (shape + step))
    : (density * shape * series((step) => (shape - step) / x)) / x;
}

/** 1 + r₁ + r₁r₂ + … until a term adds nothing. */
function series(ratio: (step: number) => number): number {
  let [sum, term] = [1, 1];
  for (let step = 1; term > sum * Number.EPSILON; step++) {
    term *= ratio(step);
    sum += term;
  }
  return sum;
}
