import { defineMetric } from "../definition.ts";
import type { BinaryMetric } from "../metric.ts";
import { STRETCH } from "../stretch.ts";
import { Sum } from "../sum.ts";
import { type Ranked, rankedOf } from "./ranked.ts";
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
    const area = precisionArea(rankedOf(sample));
    return typeof area === "string" ? area : { value: area, interval: null };
  },
);

/** The average precision of scores, or why there is none. */
export function precisionArea(ranked: Ranked | string): number | string {
  if (typeof ranked === "string") return ranked;
  if (ranked.allPositives === 0) return "no row is truly of the positive class";
  return (ranked.weight === null ? stepsOfRows(ranked) : stepsOfWeight(ranked)) / ranked.allPositives;
}

/** The positives of each score by the precision there, summed; how many were found is a whole number. */
function stepsOfRows({ positive, last }: Ranked): number {
  const area = new Sum();
  const met = new Int32Array(2);
  for (let end = last.length; end > 0; end -= STRETCH) {
    area.add(stepsWithin(positive, last, Math.max(0, end - STRETCH), end, met));
  }
  return area.value;
}

/** `met` has the positive rows above the score that the stretch ends in, and those of that score. */
function stepsWithin(
  positive: Uint8Array,
  last: Uint8Array,
  start: number,
  end: number,
  met: Int32Array,
): number {
  let found = met[0]!;
  let ups = met[1]!;
  let steps = 0;
  for (let place = end - 1; place >= start; place--) {
    ups += positive[place]!;
    if (place > 0 && last[place - 1] === 0) continue;
    found += ups;
    steps += ups * (found / (last.length - place));
    ups = 0;
  }
  met[0] = found;
  met[1] = ups;
  return steps;
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
