import { fbetaRatio } from "./class-ratio.ts";
import { onDecisions } from "./on-decisions.ts";
import { ratioEstimate } from "./ratio-estimate.ts";

const SHARED = { better: "higher", range: [0, 1] } as const;

/**
 * F1: the harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN). In [0, 1].
 * Undefined when the class is neither true nor decided for. Interval by the delta method. Source: scikit-learn f1_score.
 */
export const f1 = onDecisions(
  {
    ...SHARED,
    name: "f1",
    aliases: ["f_score", "f_measure", "f1_measure", "dice", "dice_coefficient"],
    takes: ["average", "class"],
  },
  (tally, parameters, confidence) => ratioEstimate(fbetaRatio(1), tally, parameters, confidence),
);

/**
 * F-beta: (1 + β²) TP / ((1 + β²) TP + β² FN + FP), which weighs recall β times as much as precision.
 * In [0, 1]. Undefined without a finite β ≥ 0, and as F1 is. Interval by the delta method. Source: scikit-learn fbeta_score.
 */
export const fbeta = onDecisions(
  { ...SHARED, name: "fbeta", aliases: ["f_beta"], takes: ["average", "class", "beta"] },
  (tally, { beta, ...parameters }, confidence) => {
    if (beta === undefined) return 'fbeta needs "beta"';
    // 1e6 is far beyond any use, and keeps beta squared exact enough.
    if (!(beta >= 0 && beta <= 1e6)) return '"beta" must be a number from 0 to 1,000,000';
    return ratioEstimate(fbetaRatio(beta), tally, parameters, confidence);
  },
);
