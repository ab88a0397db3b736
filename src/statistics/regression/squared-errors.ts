import type { Estimate } from "../estimate.ts";
import { meanOfLosses } from "../mean-of-losses.ts";

import { onErrors, type Predicted, perRow } from "./on-errors.ts";

const LOSS = { better: "lower", range: [0, Number.POSITIVE_INFINITY] } as const;

/**
 * Mean squared error: the mean of (prediction - truth)², in the target's unit squared, 0 or more. Never undefined
 * for finite numbers whose squares are. Student's interval. Source: scikit-learn mean_squared_error.
 */
export const meanSquaredError = onErrors(
  { ...LOSS, name: "mean_squared_error", aliases: ["mse", "mean_square_error"] },
  meanSquare,
);

/**
 * Root mean squared error: the square root of the mean squared error, in the target's unit, 0 or more; its
 * interval is that of the mean squared error with both ends rooted. Undefined as the mean squared error is. Source: scikit-learn root_mean_squared_error.
 */
export const rootMeanSquaredError = onErrors(
  { ...LOSS, name: "root_mean_squared_error", aliases: ["rmse", "root_mean_square_error"] },
  (sample, confidence) => {
    const square = meanSquare(sample, confidence);
    if (typeof square === "string") return square;
    const { value, interval } = square;
    return {
      value: Math.sqrt(value),
      interval: interval && { ...interval, low: Math.sqrt(interval.low), high: Math.sqrt(interval.high) },
    };
  },
);

function meanSquare(sample: Predicted, confidence: number): Estimate {
  const losses = perRow(sample, (truth, prediction) => (prediction - truth) ** 2);
  return meanOfLosses(losses, sample.weight, LOSS.range, confidence, sample.frequency);
}
