import { countsRows } from "../frequency.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { onLabels } from "./on-labels.ts";
import { wrongLabels } from "./wrong-labels.ts";

/**
 * Subset accuracy: the share of rows whose labels are all decided rightly. In [0, 1]. Never undefined where rows
 * have decisions. Wilson's interval. Source: scikit-learn accuracy_score, of several labels.
 */
export const subsetAccuracy = onLabels(
  {
    name: "accuracy",
    aliases: ["acc", "subset_accuracy", "exact_match", "exact_match_ratio"],
    takes: [],
    better: "higher",
    range: [0, 1],
  },
  (sample, _, confidence) => {
    const wrong = wrongLabels(sample);
    const right = new Sum();
    const total = new Sum();
    for (let row = 0; row < wrong.length; row++) {
      const part = weightAt(sample.weight, row);
      total.add(part);
      if (wrong[row] === 0) right.add(part);
    }
    const interval = countsRows(sample) ? wilsonInterval(right.value, total.value, confidence) : null;
    return { value: right.value / total.value, interval };
  },
);
