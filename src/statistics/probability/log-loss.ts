import { defineMetric } from "../definition.ts";
import { blocksOf, type LossBlocks, lossBlocks } from "../loss-blocks.ts";
import { meanLoss } from "../mean-loss.ts";
import type { BinaryMetric, Definition, MulticlassMetric } from "../metric.ts";
import { partOf } from "../part.ts";
import type { BinarySample, MulticlassSample, Sample } from "../sample.ts";
import { positiveProbability, probabilityRows } from "./probabilities.ts";

const RANGE = [0, Number.POSITIVE_INFINITY] as const;

const ABOUT = {
  name: "log_loss",
  aliases: ["logloss", "logistic_loss", "cross_entropy", "cross_entropy_loss", "binary_cross_entropy"],
  reads: "score",
  takes: [],
  better: "lower",
  range: RANGE,
} satisfies Partial<Definition<Sample>>;

/**
 * Log loss: the mean of -ln(p), with p the probability of the row's true class, clipped to [ε, 1 - ε] with
 * ε = 2⁻⁵². In nats, 0 or more. Undefined when a score is no probability. Student's interval.
 * Source: scikit-learn log_loss with the classes given as labels.
 */
export const logLoss: BinaryMetric = defineMetric(
  { ...ABOUT, task: "binary" },
  meanLoss<BinarySample>(lossesOf, RANGE),
);

/**
 * Log loss: the mean of -ln(p), with p the probability of the row's true class, clipped to [ε, 1 - ε] with
 * ε = 2⁻⁵². In nats, 0 or more. Undefined when a score is no probability, or a row's scores miss a sum of 1 by
 * more than 0.01. Student's interval. Source: scikit-learn log_loss with the classes given as labels.
 */
export const multiclassLogLoss: MulticlassMetric = defineMetric(
  { ...ABOUT, task: "multiclass" },
  meanLoss<MulticlassSample>(lossesOf, RANGE),
);

function lossesOf(sample: BinarySample | MulticlassSample): LossBlocks | string {
  const known = blocksOfPart(sample);
  if (known !== null) return known;
  const losses = logLosses(sample);
  return typeof losses === "string" ? losses : blocksOf(losses);
}

const remembered = new WeakMap<Sample, Float64Array>();

/** The loss of every row, of which log loss is the mean; the reason when a score is no probability. */
export function logLosses(sample: BinarySample | MulticlassSample): Float64Array | string {
  const known = remembered.get(sample);
  if (known !== undefined) return known;
  const losses = eachLoss(sample);
  if (typeof losses !== "string") remembered.set(sample, losses);
  return losses;
}

/** A logarithm costs more than looking up the loss of a row whose loss is known. */
function blocksOfPart(sample: Sample): LossBlocks | null {
  const part = partOf(sample);
  const losses = part && remembered.get(part.whole);
  if (!losses) return null;
  const { rows } = part;
  return lossBlocks(rows.length, (block, start) => {
    for (let index = 0; index < block.length; index++) block[index] = losses[rows[start + index]!]!;
  });
}

function eachLoss(sample: BinarySample | MulticlassSample): Float64Array | string {
  if (sample.task === "binary") {
    const probability = positiveProbability(sample);
    if (typeof probability === "string") return probability;
    const losses = new Float64Array(probability.length);
    for (let row = 0; row < losses.length; row++) {
      losses[row] = surprise(sample.positive[row] === 1 ? probability[row]! : 1 - probability[row]!);
    }
    return losses;
  }
  const scores = probabilityRows(sample);
  if (typeof scores === "string") return scores;
  return Float64Array.from(sample.truth, (truth, row) => surprise(scores[truth]![row]!));
}

function surprise(probability: number): number {
  return -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));
}
