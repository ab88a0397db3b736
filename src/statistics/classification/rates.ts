import { shownClass } from "../classes.ts";
import { PRECISION, RECALL } from "./class-ratio.ts";
import { onTwoClasses } from "./on-decisions.ts";
import { oneClass } from "./one-class.ts";
import { share } from "./share.ts";
import type { Tally } from "./tally.ts";

const SHARED = { takes: [], range: [0, 1] } as const;
const NEGATIVE = 0;
const POSITIVE = 1;

/**
 * Specificity: of the truly negative rows, the share decided negative, TN / (TN + FP). In [0, 1]. Undefined when
 * no row is truly negative. Wilson's interval. Source: scikit-learn recall_score(pos_label=the negative class);
 * J. Yerushalmy, Public Health Rep. 62 (1947) 1432-1449.
 */
export const specificity = onTwoClasses(
  { ...SHARED, name: "specificity", aliases: ["tnr", "true_negative_rate", "selectivity"], better: "higher" },
  (tally, _, confidence) => oneClass(RECALL, tally, NEGATIVE, confidence),
);

/**
 * Negative predictive value: of the rows decided negative, the share that truly are, TN / (TN + FN). In [0, 1].
 * Undefined when no row is decided negative. Wilson's interval.
 * Source: scikit-learn precision_score(pos_label=the negative class).
 */
export const negativePredictiveValue = onTwoClasses(
  {
    ...SHARED,
    name: "negative_predictive_value",
    aliases: ["npv", "neg_predictive_value"],
    better: "higher",
  },
  (tally, _, confidence) => oneClass(PRECISION, tally, NEGATIVE, confidence),
);

/**
 * False positive rate: of the truly negative rows, the share decided positive, FP / (FP + TN). In [0, 1].
 * Undefined when no row is truly negative. Wilson's interval. Source: scikit-learn roc_curve, at one threshold.
 */
export const falsePositiveRate = onTwoClasses(
  {
    ...SHARED,
    name: "false_positive_rate",
    aliases: ["fpr", "fall_out", "false_alarm_rate"],
    better: "lower",
  },
  (tally, _, confidence) => errorRate(tally, NEGATIVE, POSITIVE, confidence),
);

/**
 * False negative rate: of the truly positive rows, the share decided negative, FN / (FN + TP). In [0, 1].
 * Undefined when no row is truly positive. Wilson's interval. Source: scikit-learn det_curve, at one threshold.
 */
export const falseNegativeRate = onTwoClasses(
  { ...SHARED, name: "false_negative_rate", aliases: ["fnr", "miss_rate"], better: "lower" },
  (tally, _, confidence) => errorRate(tally, POSITIVE, NEGATIVE, confidence),
);

function errorRate(tally: Tally, actual: number, predicted: number, confidence: number) {
  const wrong =
    tally.cells.find((cell) => cell.actual === actual && cell.predicted === predicted)?.weight ?? 0;
  const empty = `the class ${shownClass(tally.classes[actual]!)} ${RECALL.empty}`;
  return share(tally, wrong, tally.truth[actual]!, confidence, empty);
}
