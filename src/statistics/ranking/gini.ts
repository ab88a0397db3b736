import { defineMetric } from "../definition.ts";
import { countsRows } from "../frequency.ts";
import type { BinaryMetric } from "../metric.ts";
import type { Interval } from "../outcome.ts";
import { rankedOf } from "./ranked.ts";
import { areaWithInterval } from "./roc-auc.ts";

/**
 * Gini coefficient, also accuracy ratio and Somers' D of the score: 2·AUC - 1, with AUC the area under the ROC
 * curve. In [-1, 1], 0 for scores that know nothing. Undefined when all rows are of one class. DeLong's
 * interval of the area, carried over. Source: scikit-learn roc_auc_score, doubled less one;
 * R. Newson, Stata J. 2 (2002) 45-64.
 */
export const gini: BinaryMetric = defineMetric(
  {
    name: "gini",
    aliases: [
      "gini_coefficient",
      "normalized_gini",
      "gini_normalized",
      "accuracy_ratio",
      "somers_d",
      "somersd",
    ],
    task: "binary",
    reads: "score",
    takes: [],
    better: "higher",
    range: [-1, 1],
  },
  (sample, _, confidence) => {
    const area = areaWithInterval(rankedOf(sample), countsRows(sample), confidence);
    if (typeof area === "string") return area;
    return { value: doubled(area.value), interval: area.interval && carried(area.interval) };
  },
);

function carried(interval: Interval): Interval {
  return { ...interval, low: doubled(interval.low), high: doubled(interval.high) };
}

function doubled(area: number): number {
  return 2 * area - 1;
}
