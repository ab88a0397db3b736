import { rowsAt, rowsOfAll } from "../frequency.ts";
import { meanOfLosses } from "../mean-of-losses.ts";
import { onErrors, perRow } from "./on-errors.ts";

const LOSS = { better: "lower", range: [0, Number.POSITIVE_INFINITY] } as const;

/**
 * Mean absolute error: the mean of |prediction - truth|, in the target's unit, 0 or more. Never undefined for
 * finite numbers. Student's interval. Source: scikit-learn mean_absolute_error.
 */
export const meanAbsoluteError = onErrors(
  { ...LOSS, name: "mean_absolute_error", aliases: ["mae", "mean_abs_error"] },
  (sample, confidence) => {
    const losses = perRow(sample, (truth, prediction) => Math.abs(prediction - truth));
    return meanOfLosses(losses, sample.weight, LOSS.range, confidence, sample.frequency);
  },
);

/**
 * Mean absolute percentage error: the mean of |prediction - truth| / |truth|, a fraction (0.08 is 8 %), 0 or
 * more; |truth| is floored at 2⁻⁵². Undefined when a true value is 0, where scikit-learn divides by the floor.
 * Student's interval. Source: scikit-learn mean_absolute_percentage_error.
 */
export const meanAbsolutePercentageError = onErrors(
  {
    ...LOSS,
    name: "mean_absolute_percentage_error",
    aliases: ["mape", "mean_absolute_percent_error", "mean_abs_percentage_error"],
  },
  (sample, confidence) => {
    const zeros = sample.truth.reduce(
      (sum, truth, line) => (truth === 0 ? sum + rowsAt(sample.frequency, line) : sum),
      0,
    );
    if (zeros > 0)
      return `the true value is 0 in ${zeros} of ${rowsOfAll(sample)} rows, so no share of it exists`;
    const losses = perRow(
      sample,
      (truth, prediction) => Math.abs(prediction - truth) / Math.max(Math.abs(truth), Number.EPSILON),
    );
    return meanOfLosses(losses, sample.weight, LOSS.range, confidence, sample.frequency);
  },
);

/**
 * Mean error, also bias: the mean of prediction - truth, in the target's unit. Above 0 the model predicts too
 * much; neither way is better. Never undefined for finite numbers. Student's interval.
 * Source: R. J. Hyndman, A. B. Koehler, Int. J. Forecasting 22 (2006) 679-688, with the sign turned.
 */
export const meanError = onErrors(
  {
    name: "mean_error",
    aliases: ["bias", "mean_bias", "mean_bias_error", "mbe"],
    better: null,
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  },
  (sample, confidence) => {
    const errors = perRow(sample, (truth, prediction) => prediction - truth);
    const range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
    return meanOfLosses(errors, sample.weight, range, confidence, sample.frequency);
  },
);
