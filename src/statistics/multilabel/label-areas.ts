import { defineMetric } from "../definition.ts";
import { countsRows } from "../frequency.ts";
import type { Definition, MultilabelMetric } from "../metric.ts";
import { precisionArea } from "../ranking/average-precision.ts";
import { rankedBy } from "../ranking/ranked.ts";
import { areaWithInterval } from "../ranking/roc-auc.ts";
import type { MultilabelSample } from "../sample.ts";
import { scoreAverage } from "./score-average.ts";

const ABOUT = {
  task: "multilabel",
  reads: "score",
  takes: ["average", "class"],
  better: "higher",
  range: [0, 1],
} satisfies Partial<Definition<MultilabelSample>>;

/**
 * Area under the ROC curve of labels: the mean over labels (macro, the default), by their true rows (weighted),
 * of all labels' scores together (micro), or of one label. In [0, 1]. Undefined when a label is true of no row or
 * of all. DeLong's interval of one label, none of averages. Source: scikit-learn roc_auc_score.
 */
export const labelRocAuc: MultilabelMetric = defineMetric(
  { ...ABOUT, name: "roc_auc", aliases: ["auc", "auroc", "auc_roc"] },
  (sample, parameters, confidence) =>
    scoreAverage(sample, parameters, confidence, (score, positive, weight, confidence, frequency) =>
      areaWithInterval(rankedBy(score, positive, weight), countsRows({ weight, frequency }), confidence),
    ),
);

/**
 * Average precision of labels, averaged as the area under their ROC curves is; macro is often called mAP. In
 * [0, 1]. Undefined when a label is true of no row. No interval. Source: scikit-learn average_precision_score.
 */
export const labelAveragePrecision: MultilabelMetric = defineMetric(
  {
    ...ABOUT,
    name: "average_precision",
    aliases: ["ap", "map", "mean_average_precision", "pr_auc", "auc_pr", "auprc", "aupr", "prauc"],
  },
  (sample, parameters, confidence) =>
    scoreAverage(sample, parameters, confidence, (score, positive, weight) => {
      const area = precisionArea(rankedBy(score, positive, weight));
      return typeof area === "string" ? area : { value: area, interval: null };
    }),
);
