import { defineMetric } from "../definition.ts";
import type { BinaryMetric } from "../metric.ts";
import { Sum } from "../sum.ts";
import { type Ranked, rankedBy } from "./ranked.ts";

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
    const ranked = rankedBy(sample.score, sample.positive, sample.weight);
    if (typeof ranked === "string") return ranked;
    if (ranked.allPositives === 0) return "no row is truly of the positive class";
    return { value: stepArea(ranked), interval: null };
  },
);

function stepArea({ positives, negatives, allPositives }: Ranked): number {
  const found = new Sum();
  const wrong = new Sum();
  const area = new Sum();
  for (let group = positives.length - 1; group >= 0; group--) {
    if (positives[group] === 0) {
      wrong.add(negatives[group]!);
      continue;
    }
    found.add(positives[group]!);
    wrong.add(negatives[group]!);
    area.add((positives[group]! * found.value) / (found.value + wrong.value));
  }
  return area.value / allPositives;
}
