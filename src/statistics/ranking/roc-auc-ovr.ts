import { classIndex, shownClass } from "../classes.ts";
import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import { countsRows } from "../frequency.ts";
import type { MulticlassMetric } from "../metric.ts";
import { probabilityRows } from "../probability/probabilities.ts";
import type { MulticlassSample } from "../sample.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { rankedBy } from "./ranked.ts";
import { areaWithInterval } from "./roc-auc.ts";

/**
 * Area under the ROC curve of each class against the rest: the mean over classes (macro, the default), the
 * mean weighted by the classes' rows, or of one class, which has DeLong's interval. In [0, 1]. Undefined
 * when a class has no true rows or all of them. Source: scikit-learn roc_auc_score(multi_class="ovr").
 */
export const rocAucOvr: MulticlassMetric = defineMetric(
  {
    name: "roc_auc_ovr",
    aliases: ["roc_auc", "auc", "auroc", "auc_roc", "auc_ovr", "roc_auc_one_vs_rest"],
    task: "multiclass",
    reads: "score",
    takes: ["average", "class"],
    better: "higher",
    range: [0, 1],
  },
  (sample, parameters, confidence) => {
    const scores = probabilityRows(sample);
    if (typeof scores === "string") return scores;
    if (parameters.average === "micro" || parameters.average === "samples")
      return 'roc_auc_ovr takes the average "macro" or "weighted"';
    if (parameters.class === undefined) return average(sample, scores, parameters.average === "weighted");
    // No clash with "average" as elsewhere: the metric's own name already means macro.
    const index = classIndex(sample.classes, parameters.class);
    return typeof index === "string" ? index : oneClass(sample, scores, index, confidence);
  },
);

function average(sample: MulticlassSample, scores: readonly Float64Array[], byRows: boolean): Estimate {
  const areas = new Sum();
  const shares = new Sum();
  for (let index = 0; index < scores.length; index++) {
    const area = oneClass(sample, scores, index, Number.NaN);
    if (typeof area === "string") return area;
    const share = byRows ? weightOf(sample, index) : 1;
    areas.add(share * area.value);
    shares.add(share);
  }
  return { value: areas.value / shares.value, interval: null };
}

function oneClass(
  sample: MulticlassSample,
  scores: readonly Float64Array[],
  index: number,
  confidence: number,
): Estimate {
  const positive = Uint8Array.from(sample.truth, (truth) => (truth === index ? 1 : 0));
  const area = areaWithInterval(
    rankedBy(scores[index]!, positive, sample.weight),
    countsRows(sample),
    confidence,
  );
  return typeof area === "string"
    ? `class ${shownClass(sample.classes[index]!)} against the rest: ${area}`
    : area;
}

function weightOf(sample: MulticlassSample, index: number): number {
  const sum = new Sum();
  for (let row = 0; row < sample.truth.length; row++) {
    if (sample.truth[row] === index) sum.add(weightAt(sample.weight, row));
  }
  return sum.value;
}
