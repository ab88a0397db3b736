import type { Interval } from "../outcome.ts";
import { normalReach } from "./normal.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * The delta method for a function of multinomial counts: the variance is (Σ p·g² - (Σ p·g)²) / n, with p each
 * cell's share of the n rows and g the function's derivative by that share. Null where the variance is zero;
 * `scale` is the size of the terms that the slopes were summed from, whose rounding is no variance.
 * Source: A. Agresti, "Categorical Data Analysis", 3rd ed. (2013), section 16.1; for Cohen's kappa it is the
 * variance of Fleiss, Cohen and Everitt, Psychol. Bull. 72 (1969) 323-327; for averaged F1 that of
 * Takahashi et al., Applied Intelligence 52 (2022) 4961-4972.
 */
export function deltaInterval(
  counts: Float64Array,
  slopes: Float64Array,
  scale: number,
  value: number,
  range: readonly [number, number],
  confidence: number,
): Interval | null {
  let total = 0;
  let mean = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    total += counts[cell]!;
    mean += counts[cell]! * slopes[cell]!;
  }
  mean /= total;
  let squares = 0;
  for (let cell = 0; cell < counts.length; cell++) squares += counts[cell]! * (slopes[cell]! - mean) ** 2;
  const error = Math.sqrt(squares) / total;
  return symmetricInterval(value, normalReach(confidence) * error, scale, range, confidence, "delta");
}
