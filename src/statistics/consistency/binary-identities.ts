import type { Identity } from "./identity.ts";
import { holds, hull, over, UNIT, type Window } from "./window.ts";

/**
 * What binds the shares of a binary confusion matrix to one another, with π the prevalence, r the recall, s the
 * specificity, p the precision and v the negative predictive value. Each formula rises or falls in each of its
 * numbers, so `over` is exact for the windows of one law. 0 written for 0/0 satisfies all of them.
 */
export const BINARY_IDENTITIES: readonly Identity[] = [
  {
    gives: "jaccard",
    from: ["fbeta 1"],
    law: "Jaccard is F1 / (2 - F1)",
    range: (f) => over([f], (x) => x / (2 - x)),
  },
  {
    gives: "false_positive_rate",
    from: ["specificity"],
    law: "the false positive rate is 1 - specificity",
    range: complement,
  },
  {
    gives: "false_negative_rate",
    from: ["recall"],
    law: "the false negative rate is 1 - recall",
    range: complement,
  },
  {
    gives: "balanced_accuracy",
    from: ["recall", "specificity"],
    law: "balanced accuracy is the mean of recall and specificity",
    range: (r, s) =>
      hull([
        over([r, s], (x, y) => (x + y) / 2),
        // Without positives (or negatives) tools write recall 0 and take the other for balanced accuracy.
        ...(holds(r, 0) ? [s] : []),
        ...(holds(s, 0) ? [r] : []),
      ]),
  },
  {
    gives: "accuracy",
    from: ["recall", "specificity"],
    law: "accuracy lies between recall and specificity",
    range: (r, s) => hull([r, s]),
  },
  {
    gives: "accuracy",
    from: ["prevalence", "recall", "specificity"],
    law: "accuracy is prevalence · recall + (1 - prevalence) · specificity",
    range: accuracyAt,
  },
  {
    gives: "accuracy",
    from: ["prevalence", "recall"],
    law: "accuracy is at least prevalence · recall and at most that + 1 - prevalence",
    range: (share, r) => accuracyAt(share, r, UNIT),
  },
  {
    gives: "accuracy",
    from: ["prevalence", "recall", "precision"],
    law: "accuracy is 1 - prevalence · (1 - recall + recall (1 - precision) / precision)",
    range: (share, r, p) => over([share, r, p], (x, y, z) => 1 - x! * (1 - y! + (y! * (1 - z!)) / z!)),
  },
  {
    gives: "precision",
    from: ["prevalence", "recall", "specificity"],
    law: "precision is π r / (π r + (1 - π) (1 - s)) for prevalence π, recall r and specificity s",
    range: predictiveValue,
  },
  {
    gives: "precision",
    from: ["prevalence", "recall"],
    law: "precision is at least π r / (π r + 1 - π) for prevalence π and recall r",
    range: (share, r) => predictiveValue(share, r, UNIT),
  },
  {
    gives: "negative_predictive_value",
    from: ["prevalence", "recall", "specificity"],
    law: "NPV is (1 - π) s / ((1 - π) s + π (1 - r)) for prevalence π, recall r and specificity s",
    range: (share, r, s) => predictiveValue(complement(share), s, r),
  },
  {
    gives: "matthews_corrcoef",
    from: ["precision", "recall", "specificity", "negative_predictive_value"],
    law: "Matthews is √(p r s v) - √((1 - p) (1 - r) (1 - s) (1 - v)) for precision, recall, specificity and NPV",
    range: (...shares) =>
      over(shares, (...x) => Math.sqrt(product(x)) - Math.sqrt(product(x.map((y) => 1 - y)))),
  },
];

function complement({ low, high }: Window): Window {
  return { low: 1 - high, high: 1 - low };
}

function accuracyAt(share: Window, r: Window, s: Window): Window {
  return over([share, r, s], (x, y, z) => x! * y! + (1 - x!) * z!);
}

function predictiveValue(share: Window, r: Window, s: Window): Window {
  return over([share, r, s], (x, y, z) => (x! * y!) / (x! * y! + (1 - x!) * (1 - z!)));
}

function product(values: readonly number[]): number {
  return values.reduce((all, value) => all * value, 1);
}
