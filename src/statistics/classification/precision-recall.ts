import { JACCARD, PRECISION, RECALL } from "./class-ratio.ts";
import { onDecisions } from "./on-decisions.ts";
import { ratioEstimate } from "./ratio-estimate.ts";

const SHARED = { takes: ["average", "class"], better: "higher", range: [0, 1] } as const;

/**
 * Precision: of the rows decided to be of a class, the share that truly are, TP / (TP + FP). In [0, 1].
 * Undefined when the class is never decided for; so is the macro average when that is so of any class. Of one
 * class Wilson's interval, of averages by the delta method. Source: scikit-learn precision_score.
 */
export const precision = onDecisions(
  { ...SHARED, name: "precision", aliases: ["ppv", "positive_predictive_value"] },
  (tally, parameters, confidence) => ratioEstimate(PRECISION, tally, parameters, confidence),
);

/**
 * Recall: of the rows that truly are of a class, the share decided to be, TP / (TP + FN). In [0, 1].
 * Undefined when no row is truly of the class; so is the macro average when a class is decided for that has no
 * true rows. Of one class Wilson's interval, of averages by the delta method. Source: scikit-learn recall_score.
 */
export const recall = onDecisions(
  {
    ...SHARED,
    name: "recall",
    aliases: ["sensitivity", "tpr", "true_positive_rate", "hit_rate", "detection_rate"],
  },
  (tally, parameters, confidence) => ratioEstimate(RECALL, tally, parameters, confidence),
);

/**
 * Jaccard index: TP / (TP + FP + FN). In [0, 1]. Undefined when the class is neither true nor decided for.
 * Interval by the delta method.
 * Source: scikit-learn jaccard_score.
 */
export const jaccard = onDecisions(
  { ...SHARED, name: "jaccard", aliases: ["jaccard_index", "iou", "intersection_over_union"] },
  (tally, parameters, confidence) => ratioEstimate(JACCARD, tally, parameters, confidence),
);
