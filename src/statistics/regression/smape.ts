import { meanOfLosses } from "../mean-of-losses.ts";
import { onErrors, perRow } from "./on-errors.ts";

const RANGE = [0, 2] as const;
/** Above this the sum of two sizes may overflow. */
const HUGE = 1e307;

/**
 * Symmetric mean absolute percentage error: the mean of 2 |prediction - truth| / (|truth| + |prediction|). A
 * fraction in [0, 2], where 0.08 is 8 %; others leave out the 2, or write 100 times as much. A row where both
 * are 0 was predicted rightly and counts 0, as sktime and the M4 competition have it, although 0/0 is no
 * number. Never undefined for finite numbers. Student's interval.
 * Source: S. Makridakis, Int. J. Forecasting 9 (1993) 527-529; sktime MeanAbsolutePercentageError(symmetric=True).
 */
export const symmetricMeanAbsolutePercentageError = onErrors(
  {
    name: "symmetric_mean_absolute_percentage_error",
    aliases: ["smape", "symmetric_mape", "symmetric_mean_absolute_percent_error"],
    better: "lower",
    range: RANGE,
  },
  (sample, confidence) =>
    meanOfLosses(perRow(sample, symmetricShare), sample.weight, RANGE, confidence, sample.frequency),
);

function symmetricShare(truth: number, prediction: number): number {
  if (truth === prediction) return 0;
  if (Math.max(Math.abs(truth), Math.abs(prediction)) > HUGE)
    return symmetricShare(truth / 16, prediction / 16);
  return 2 * (Math.abs(prediction - truth) / (Math.abs(truth) + Math.abs(prediction)));
}
