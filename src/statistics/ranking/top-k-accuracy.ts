import { defineMetric } from "../definition.ts";
import { countsRows } from "../frequency.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import type { MulticlassMetric } from "../metric.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";

/**
 * Top-k accuracy: the share of rows whose true class is among the k largest scores; of tied classes the
 * later in sorted order ranks first. In [0, 1]. Undefined without a whole k from 1 to below the number of
 * classes. Wilson's interval. Source: scikit-learn top_k_accuracy_score.
 */
export const topKAccuracy: MulticlassMetric = defineMetric(
  {
    name: "top_k_accuracy",
    aliases: ["topk_accuracy", "top_k", "top_k_acc"],
    task: "multiclass",
    reads: "score",
    takes: ["k"],
    better: "higher",
    range: [0, 1],
  },
  (sample, { k }, confidence) => {
    const { scores, truth, weight } = sample;
    if (scores === null) return "there are no scores of the classes";
    if (k === undefined) return 'top_k_accuracy needs "k"';
    if (!Number.isInteger(k) || k < 1) return '"k" must be a whole number of 1 or more';
    if (k >= scores.length) return `"k" must be below the number of classes, ${scores.length}`;
    if (!scores.every((score) => score.every(Number.isFinite))) return "a score is not a finite number";
    const hits = new Sum();
    const total = new Sum();
    for (let row = 0; row < truth.length; row++) {
      total.add(weightAt(weight, row));
      if (rankOf(truth[row]!, scores, row) < k) hits.add(weightAt(weight, row));
    }
    const interval = countsRows(sample) ? wilsonInterval(hits.value, total.value, confidence) : null;
    return { value: hits.value / total.value, interval };
  },
);

/** How many classes of the row rank before `index`. */
function rankOf(index: number, scores: readonly Float64Array[], row: number): number {
  const own = scores[index]![row]!;
  let before = 0;
  for (let other = 0; other < scores.length; other++) {
    const score = scores[other]![row]!;
    if (score > own || (score === own && other > index)) before++;
  }
  return before;
}
