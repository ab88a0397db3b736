import { flatGradient, intervalAlong } from "./gradient.ts";
import { onDecisions } from "./on-decisions.ts";

const RANGE = [-1, 1] as const;

/**
 * Cohen's kappa of truth and decision: 1 - (disagreement seen) / (disagreement expected of independent
 * sides with the same margins). In [-1, 1]. Undefined when both sides are all of the same one class. Interval by
 * the delta method.
 * Source: scikit-learn cohen_kappa_score; J. Cohen, Educ. Psychol. Meas. 20 (1960) 37-46.
 */
export const cohenKappa = onDecisions(
  {
    name: "cohen_kappa",
    aliases: ["kappa", "cohens_kappa", "cohen_s_kappa"],
    takes: [],
    better: "higher",
    range: RANGE,
  },
  (tally, _, confidence) => {
    const { total, truth, predicted } = tally;
    let seen = 0;
    for (const cell of tally.cells) if (cell.actual !== cell.predicted) seen += cell.weight;
    let expected = 0;
    for (let index = 0; index < truth.length; index++)
      expected += truth[index]! * (total - predicted[index]!);
    if (expected === 0) return "every row is of one class, in truth and in decision";
    const ratio = (seen * total) / expected;
    const slope = (ratio * total) / expected;
    const gradient = flatGradient(tally);
    // By shares: disagreement seen is 1 - Σ correct, expected is 1 - Σ truth·predicted.
    gradient.correct.fill((total * total) / expected);
    for (let index = 0; index < truth.length; index++) {
      gradient.truth[index] = -slope * predicted[index]!;
      gradient.predicted[index] = -slope * truth[index]!;
    }
    return { value: 1 - ratio, interval: intervalAlong(gradient, tally, 1 - ratio, RANGE, confidence) };
  },
);
