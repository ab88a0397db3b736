import type { Estimate } from "../estimate.ts";
import { countsRows, rowsAt } from "../frequency.ts";
import { oneLessRatioInterval } from "../intervals/ratio-of-means.ts";
import type { RegressionSample } from "../sample.ts";
import { meanOf } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { onErrors, perRow } from "./on-errors.ts";

const SHARE = { better: "higher", range: [Number.NEGATIVE_INFINITY, 1] } as const;

/**
 * R², the coefficient of determination: 1 - Σ (prediction - truth)² / Σ (truth - mean)². 1 at best, 0 for always predicting the mean, below 0
 * when worse. Undefined for one row and when all true values are equal. Interval by the delta method. Source: scikit-learn r2_score.
 */
export const r2 = onErrors(
  { ...SHARE, name: "r2", aliases: ["r_squared", "r_square", "r_sq", "coefficient_of_determination"] },
  (sample, confidence) =>
    explained(
      sample,
      perRow(sample, (truth, prediction) => (prediction - truth) ** 2),
      confidence,
    ),
);

/**
 * Explained variance: as R², with the mean error taken out first, so that a constant offset costs nothing.
 * Undefined as R² is. Interval by the delta method. Source: scikit-learn explained_variance_score.
 */
export const explainedVariance = onErrors(
  { ...SHARE, name: "explained_variance", aliases: ["ev"] },
  (sample, confidence) => {
    const errors = perRow(sample, (truth, prediction) => truth - prediction);
    return explained(sample, squaresAround(errors, sample.weight), confidence);
  },
);

function explained(sample: RegressionSample, unexplained: Float64Array, confidence: number): Estimate {
  const { truth, weight, frequency } = sample;
  const weighty = weight === null ? truth : truth.filter((_, row) => weightAt(weight, row) > 0);
  const rows = truth.reduce(
    (sum, _, line) => (weightAt(weight, line) > 0 ? sum + rowsAt(frequency, line) : sum),
    0,
  );
  if (rows < 2) return "it needs two rows or more";
  if (weighty.every((value) => value === weighty[0])) return "every true value is the same";
  const spread = squaresAround(truth, weight);
  const variance = meanOf(spread, weight);
  const ratio = meanOf(unexplained, weight) / variance;
  if (!Number.isFinite(ratio))
    return "the true values vary by less, or by more, than a number can hold when squared";
  const interval = countsRows(sample)
    ? oneLessRatioInterval(unexplained, spread, ratio, variance, confidence, frequency)
    : null;
  return { value: 1 - ratio, interval };
}

function squaresAround(values: Float64Array, weight: Float64Array | null): Float64Array {
  const roughly = around(values, meanOf(values, weight));
  // The mean of values far from zero is itself rounded; what that leaves is taken out here.
  return around(roughly, meanOf(roughly, weight)).map((value) => value ** 2);
}

function around(values: Float64Array, centre: number): Float64Array {
  return values.map((value) => value - centre);
}
