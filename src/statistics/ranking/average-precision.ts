import { defineMetric } from "../definition.ts";
import type { BinaryMetric } from "../metric.ts";
import { BLOCK, Sum } from "../sum.ts";
import { type Ranked, rankedBy } from "./ranked.ts";
import { Ties } from "./ties.ts";

/**
 * Average precision: the sum over thresholds, from the highest score down, of precision times the recall
 * gained, without interpolation. In [0, 1]; scores that know nothing have the share of positive rows.
 * Undefined when no row is positive. No interval. Source: scikit-learn average_precision_score.
 */
export const averagePrecision: BinaryMetric = defineMetric(
  {
    name: "average_precision",
    aliases: ["ap", "pr_auc", "auc_pr", "auprc", "aupr", "prauc", "area_under_precision_recall_curve"],
    task: "binary",
    reads: "score",
    takes: [],
    better: "higher",
    range: [0, 1],
  },
  (sample) => {
    if (sample.score === null) return "there are no scores";
    const area = precisionArea(sample.score, sample.positive, sample.weight);
    return typeof area === "string" ? area : { value: area, interval: null };
  },
);

/** The average precision of scores, or why there is none. */
export function precisionArea(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
): number | string {
  const ranked = rankedBy(score, positive, weight);
  if (typeof ranked === "string") return ranked;
  if (ranked.allPositives === 0) return "no row is truly of the positive class";
  return (ranked.weight === null ? stepsOfRows(ranked) : stepsOfWeight(ranked)) / ranked.allPositives;
}

/** The positives of each score by the precision there, summed; how many were found is a whole number. */
function stepsOfRows({ positive, last }: Ranked): number {
  const area = new Sum();
  let [found, taken, ups] = [0, 0, 0];
  for (let end = last.length; end > 0; end -= BLOCK) {
    const start = Math.max(0, end - BLOCK);
    let steps = 0;
    for (let place = end - 1; place >= start; place--) {
      ups += positive[place]!;
      taken += 1;
      if (place > 0 && last[place - 1] === 0) continue;
      found += ups;
      steps += (ups * found) / taken;
      ups = 0;
    }
    area.add(steps);
  }
  return area.value;
}

function stepsOfWeight(ranked: Ranked): number {
  const found = new Sum();
  const wrong = new Sum();
  const area = new Sum();
  for (const ties = new Ties(ranked, "highest"); ties.previous(); ) {
    wrong.add(ties.negatives);
    if (ties.positives === 0) continue;
    found.add(ties.positives);
    area.add((ties.positives * found.value) / (found.value + wrong.value));
  }
  return area.value;
}
