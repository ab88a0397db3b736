import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import { countsRows, type Frequency } from "../frequency.ts";
import { delongInterval } from "../intervals/delong.ts";
import type { BinaryMetric } from "../metric.ts";
import { areaUnder } from "./area.ts";
import { rankedBy } from "./ranked.ts";

/**
 * Area under the ROC curve, exact with ties and weights. In [0, 1], 0.5 for scores that know nothing.
 * Undefined when all rows are of one class. DeLong's interval. Source: scikit-learn roc_auc_score.
 */
export const rocAuc: BinaryMetric = defineMetric(
  {
    name: "roc_auc",
    aliases: [
      "auc",
      "auroc",
      "auc_roc",
      "roc_auc_curve",
      "area_under_curve",
      "area_under_the_curve",
      "area_under_roc",
      "area_under_the_roc_curve",
      "c_statistic",
    ],
    task: "binary",
    reads: "score",
    takes: [],
    better: "higher",
    range: [0, 1],
  },
  (sample, _, confidence) =>
    sample.score === null
      ? "there are no scores"
      : areaWithInterval(sample.score, sample.positive, sample.weight, confidence, sample.frequency),
);

/** The area and, for unweighted rows, DeLong's interval; `frequency` is the sample's. */
export function areaWithInterval(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
  confidence: number,
  frequency: Frequency = null,
): Estimate {
  const ranked = rankedBy(score, positive, weight);
  if (typeof ranked === "string") return ranked;
  const area = areaUnder(ranked);
  if (typeof area === "string") return area;
  const interval = countsRows({ weight, frequency }) ? delongInterval(ranked, area, confidence) : null;
  return { value: area, interval };
}
