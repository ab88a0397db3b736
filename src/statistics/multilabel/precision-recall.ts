import { fbetaRatio, JACCARD, PRECISION, RECALL } from "../classification/class-ratio.ts";
import { labelRatio } from "./label-ratio.ts";
import { onLabels } from "./on-labels.ts";

const SHARED = { takes: ["average", "class"], better: "higher", range: [0, 1] } as const;

/**
 * Precision of labels: of the rows decided to have a label, the share that truly do; averaged over labels, or
 * (samples) of each row's labels, averaged over rows. In [0, 1]. Undefined when a label that the average counts is
 * decided for in no row, or (samples) a row has none decided for. Of one label Wilson's interval, of averages over labels the delta method
 * over rows, of samples Student's interval. Source: scikit-learn precision_score.
 */
export const labelPrecision = onLabels(
  { ...SHARED, name: "precision", aliases: ["ppv", "positive_predictive_value"] },
  (sample, parameters, confidence) => labelRatio(PRECISION, sample, parameters, confidence),
);

/**
 * Recall of labels: of the rows that truly have a label, the share decided to; averaged as precision of labels
 * is. In [0, 1]. Undefined when a label that the average counts is true of no row, or (samples) no label of a row. Each interval
 * as of precision. Source: scikit-learn recall_score.
 */
export const labelRecall = onLabels(
  { ...SHARED, name: "recall", aliases: ["sensitivity", "tpr", "true_positive_rate", "hit_rate"] },
  (sample, parameters, confidence) => labelRatio(RECALL, sample, parameters, confidence),
);

/**
 * F1 of labels: 2 TP / (2 TP + FP + FN) of a label, or of a row's labels; averaged as precision of labels is. In
 * [0, 1]. Undefined when a label that the average counts, or a row (samples), has none in truth and decision. Interval by
 * the delta method over rows, of samples Student's. Source: scikit-learn f1_score.
 */
export const labelF1 = onLabels(
  { ...SHARED, name: "f1", aliases: ["f_score", "f_measure", "f1_measure", "dice", "dice_coefficient"] },
  (sample, parameters, confidence) => labelRatio(fbetaRatio(1), sample, parameters, confidence),
);

/**
 * Jaccard index of labels: TP / (TP + FP + FN) of a label, or of a row's labels; averaged as precision of labels
 * is. In [0, 1]. Undefined as F1 of labels is. Each interval as of F1. Source: scikit-learn jaccard_score.
 */
export const labelJaccard = onLabels(
  { ...SHARED, name: "jaccard", aliases: ["jaccard_index", "iou", "intersection_over_union"] },
  (sample, parameters, confidence) => labelRatio(JACCARD, sample, parameters, confidence),
);
