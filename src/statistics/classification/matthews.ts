import { sumOf } from "../sum.ts";
import { flatGradient, intervalAlong } from "./gradient.ts";
import { onDecisions } from "./on-decisions.ts";

const RANGE = [-1, 1] as const;

/**
 * Matthews correlation coefficient of truth and decision, for any number of classes: with t, q the classes'
 * shares in truth and decision and c the share decided rightly, (c - Σ t·q) / √((1 - Σ t²)(1 - Σ q²)).
 * In [-1, 1]. Undefined when either side is all of one class. Interval by the delta method.
 * Source: scikit-learn matthews_corrcoef; J. Gorodkin, Comput. Biol. Chem. 28 (2004) 367-374.
 */
export const matthewsCorrcoef = onDecisions(
  {
    name: "matthews_corrcoef",
    aliases: [
      "mcc",
      "matthews",
      "matthews_correlation",
      "matthews_correlation_coefficient",
      "phi_coefficient",
    ],
    takes: [],
    better: "higher",
    range: RANGE,
  },
  (tally, _, confidence) => {
    const { total, truth, predicted } = tally;
    if (classesIn(truth) < 2) return "every row is truly of one class";
    if (classesIn(predicted) < 2) return "every row is decided to be of one class";
    const together = sumOf(tally.correct) * total - dot(truth, predicted);
    const spread = spreadOf(truth, total);
    const predictedSpread = spreadOf(predicted, total);
    const value = together / Math.sqrt(spread * predictedSpread);
    const scale = (total * total) / Math.sqrt(spread * predictedSpread);
    const gradient = flatGradient(tally);
    gradient.correct.fill(scale);
    for (let index = 0; index < truth.length; index++) {
      gradient.truth[index] =
        total * ((value * truth[index]!) / spread) - (scale * predicted[index]!) / total;
      gradient.predicted[index] =
        total * ((value * predicted[index]!) / predictedSpread) - (scale * truth[index]!) / total;
    }
    return { value, interval: intervalAlong(gradient, tally, value, RANGE, confidence) };
  },
);

function classesIn(margin: Float64Array): number {
  return margin.filter((rows) => rows > 0).length;
}

/** total² - Σ margin², as a sum of products so that a margin close to the total loses no digits. */
function spreadOf(margin: Float64Array, total: number): number {
  return margin.reduce((sum, rows) => sum + rows * (total - rows), 0);
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0);
}
