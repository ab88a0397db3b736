import { countsRows } from "../frequency.ts";
import { ascending } from "../ranking/ascending.ts";
import { below } from "../ranking/ranked.ts";
import { sumOf } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { onErrors, perRow } from "./on-errors.ts";

const LOSS = { better: "lower", range: [0, Number.POSITIVE_INFINITY] } as const;

/**
 * Max error: the largest |prediction - truth| of a row with weight, in the target's unit. Never undefined for
 * finite numbers. No interval. Source: scikit-learn max_error.
 */
export const maxError = onErrors(
  { ...LOSS, name: "max_error", aliases: ["maximum_error", "max_absolute_error"] },
  (sample) => {
    const errors = perRow(sample, (truth, prediction) => Math.abs(prediction - truth));
    const value = errors.reduce(
      (largest, error, row) => (weightAt(sample.weight, row) > 0 ? Math.max(largest, error) : largest),
      0,
    );
    return { value, interval: null };
  },
);

/**
 * Median absolute error: the median of |prediction - truth|, in the target's unit, the mean of the two middle
 * ones when half of the weight lies on either side. Never undefined for finite numbers. No interval. Source: scikit-learn median_absolute_error.
 */
export const medianAbsoluteError = onErrors(
  { ...LOSS, name: "median_absolute_error", aliases: ["medae", "median_abs_error", "median_ae"] },
  (sample) => {
    const errors = perRow(sample, (truth, prediction) => Math.abs(prediction - truth));
    return {
      value:
        sample.weight === null ? median(errors) : weightedMedian(errors, sample.weight, countsRows(sample)),
      interval: null,
    };
  },
);

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  return sorted.length % 2 === 1 ? upper : middleOf(sorted[middle - 1]!, upper);
}

function weightedMedian(values: Float64Array, weight: Float64Array, exact: boolean): number {
  const order = ascending(values).filter((row) => weight[row]! > 0);
  const weights = Float64Array.from(order, (row) => weight[row]!);
  const half = sumOf(weights) / 2;
  const before = below(weights);
  // Weights such as 0.1 do not sum exactly, and half of them must still count as half.
  const rounding = exact ? 0 : half * 4 * Number.EPSILON;
  const index = order.findLastIndex((_, place) => before[place]! <= half + rounding);
  const upper = values[order[index]!]!;
  return index > 0 && before[index]! >= half - rounding ? middleOf(values[order[index - 1]!]!, upper) : upper;
}

/** Not the halved sum, which overflows for two huge errors. */
function middleOf(lower: number, upper: number): number {
  return lower + (upper - lower) / 2;
}
