import { defineMetric } from "../definition.ts";
import { meanOfLosses } from "../mean-of-losses.ts";
import type { MultilabelMetric } from "../metric.ts";

const RANGE = [0, 1] as const;

/**
 * Label ranking average precision: for each true label of a row, the share of true ones among the labels that
 * score as high or higher; its mean over the row's true labels, and over rows. In (0, 1]. A row of which all
 * labels are true, or none, counts 1, for nothing could be ranked wrongly. Never undefined for finite scores.
 * Student's interval. Source: scikit-learn label_ranking_average_precision_score.
 */
export const labelRankingAveragePrecision: MultilabelMetric = defineMetric(
  {
    name: "label_ranking_average_precision",
    aliases: ["lrap"],
    task: "multilabel",
    reads: "score",
    takes: [],
    better: "higher",
    range: RANGE,
  },
  ({ truth, scores, weight, frequency }, _, confidence) => {
    if (scores === null) return "there are no scores of the labels";
    if (!scores.every((score) => score.every(Number.isFinite))) return "a score is not a finite number";
    const precisions = new Float64Array(truth[0]?.length ?? 0);
    const all = new Float64Array(scores.length);
    const room = new Float64Array(scores.length);
    for (let row = 0; row < precisions.length; row++) {
      let found = 0;
      for (let label = 0; label < scores.length; label++) {
        // Adding 0 makes -0 into 0.
        all[label] = scores[label]![row]! + 0;
        if (truth[label]![row] === 1) room[found++] = all[label]!;
      }
      precisions[row] = precisionOf(all, room.subarray(0, found));
    }
    return meanOfLosses(precisions, weight, RANGE, confidence, frequency);
  },
);

/** Both in place by rising score, so that many labels are not compared with each other. */
function precisionOf(all: Float64Array, relevant: Float64Array): number {
  if (relevant.length === 0) return 1;
  all.sort();
  relevant.sort();
  let sum = 0;
  let below = 0;
  let relevantBelow = 0;
  for (let index = 0; index < relevant.length; index++) {
    const score = relevant[index]!;
    if (index > 0 && score > relevant[index - 1]!) relevantBelow = index;
    while (all[below]! < score) below++;
    sum += (relevant.length - relevantBelow) / (all.length - below);
  }
  return sum / relevant.length;
}
