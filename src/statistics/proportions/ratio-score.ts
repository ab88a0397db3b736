import type { Proportion } from "./proportion.ts";

/**
 * The score of the hypothesis `one / other = ratio`: how many standard errors `one - ratio · other` lies above
 * 0, the error being that of the likeliest pair of shares under the hypothesis. `inflation` multiplies the
 * variance: 1 for Koopman's, N / (N - 1) for Miettinen and Nurminen's.
 * Source: O. Miettinen, M. Nurminen, Stat. Med. 4 (1985) 213-226; P. A. R. Koopman, Biometrics 40 (1984) 513-517.
 */
export function ratioScore(one: Proportion, other: Proportion, ratio: number, inflation: number): number {
  const successes = one.successes + other.successes;
  const square = (one.trials + other.trials) * ratio;
  const linear = one.trials * ratio + one.successes + other.trials + other.successes * ratio;
  const spread = Math.sqrt(Math.max(0, linear * linear - 4 * square * successes));
  const second = Math.min(1, (2 * successes) / (linear + spread));
  const first = Math.min(1, ratio * second);
  const variance =
    (first * (1 - first)) / one.trials + (ratio * ratio * second * (1 - second)) / other.trials;
  const above = one.successes / one.trials - (ratio * other.successes) / other.trials;
  return above === 0 ? 0 : above / Math.sqrt(variance * inflation);
}
