import { defineMetric } from "../definition.ts";
import { meanOfLosses } from "../mean-of-losses.ts";
import type { BinaryMetric } from "../metric.ts";
import { positiveProbability } from "./probabilities.ts";

const RANGE = [0, 1] as const;

/**
 * Brier score: the mean of (p - y)², with p the probability of the positive class and y 1 where the row is
 * positive. In [0, 1]. Undefined when a score lies outside [0, 1]. Student's interval.
 * Source: scikit-learn brier_score_loss (scaled by half, as for two classes it is by default).
 */
export const brierScore: BinaryMetric = defineMetric(
  {
    name: "brier_score",
    aliases: ["brier_score_loss", "brier_loss"],
    task: "binary",
    reads: "score",
    takes: [],
    better: "lower",
    range: RANGE,
  },
  (sample, _, confidence) => {
    const probability = positiveProbability(sample);
    if (typeof probability === "string") return probability;
    const losses = new Float64Array(probability.length);
    for (let row = 0; row < losses.length; row++)
      losses[row] = (probability[row]! - sample.positive[row]!) ** 2;
    return meanOfLosses(losses, sample.weight, RANGE, confidence, sample.frequency);
  },
);
