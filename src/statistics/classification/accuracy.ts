import { macroAverage, microAverage } from "./average.ts";
import { RECALL } from "./class-ratio.ts";
import { onDecisions } from "./on-decisions.ts";

const SHARED = { takes: [], better: "higher", range: [0, 1] } as const;

/**
 * Accuracy: the share of rows decided rightly. In [0, 1]. Never undefined where rows have decisions. Wilson's
 * interval. Source: scikit-learn accuracy_score.
 */
export const accuracy = onDecisions(
  { ...SHARED, name: "accuracy", aliases: ["acc"] },
  (tally, _, confidence) => microAverage(RECALL, tally, confidence),
);

/**
 * Balanced accuracy: the mean of the classes' recalls. In [0, 1]. Undefined when fewer than two classes have
 * true rows, or when a class is decided for that has none. Interval by the delta method.
 * Source: scikit-learn balanced_accuracy_score.
 */
export const balancedAccuracy = onDecisions(
  {
    ...SHARED,
    name: "balanced_accuracy",
    aliases: ["balanced_acc", "bacc", "unweighted_average_recall", "uar"],
  },
  (tally, _, confidence) => {
    if (tally.truth.filter((rows) => rows > 0).length < 2) return "every row is truly of one class";
    return macroAverage(RECALL, tally, confidence);
  },
);
