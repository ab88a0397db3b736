import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import { countsRows } from "../frequency.ts";
import { delongInterval } from "../intervals/delong.ts";
import type { BinaryMetric } from "../metric.ts";
import { areaUnder } from "./area.ts";
import { type Ranked, rankedOf } from "./ranked.ts";

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
  (sample, _, confidence) => areaWithInterval(rankedOf(sample), countsRows(sample), confidence),
);

/** The area and, where the sample counts rows, DeLong's interval. */
export function areaWithInterval(ranked: Ranked | string, areRows: boolean, confidence: number): Estimate {
  if (typeof ranked === "string") return ranked;
  const area = areaUnder(ranked);
  if (typeof area === "string") return area;
  const interval = areRows ? delongInterval(ranked, area, confidence) : null;
  return { value: area, interval };
}
