import { defineMetric } from "../definition.ts";
import { type LossBlocks, lossBlocks } from "../loss-blocks.ts";
import { meanLoss } from "../mean-loss.ts";
import type { BinaryMetric } from "../metric.ts";
import type { BinarySample } from "../sample.ts";
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
  meanLoss(lossesOf, RANGE),
);

function lossesOf(sample: BinarySample): LossBlocks | string {
  const probability = positiveProbability(sample);
  if (typeof probability === "string") return probability;
  const { positive } = sample;
  return lossBlocks(probability.length, (block, start) => {
    for (let index = 0; index < block.length; index++) {
      block[index] = (probability[start + index]! - positive[start + index]!) ** 2;
    }
  });
}
