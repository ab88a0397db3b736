import { orderOf } from "../ranking/order.ts";
import { rankedBy } from "../ranking/ranked.ts";
import type { BinarySample } from "../sample.ts";
import { sampleFlaw } from "../sample-flaw.ts";

/** What lies at or above each score that any row with weight has, from the highest score down. */
export interface ScoreSteps {
  readonly threshold: Float64Array;
  /** The same after an infinity, at or above which nothing lies. */
  readonly fromNothing: Float64Array;
  /** Weight of the positive rows at or above the threshold, and of the negative ones. */
  readonly found: Float64Array;
  readonly wrong: Float64Array;
  readonly allPositives: number;
  readonly allNegatives: number;
}

/** The reason when the sample is flawed, has no scores, or has one that is not finite. */
export function scoreSteps(sample: BinarySample): ScoreSteps | string {
  const flaw = sampleFlaw(sample);
  if (flaw !== null) return flaw;
  const { score, positive, weight } = sample;
  if (score === null) return "there are no scores";
  const order = orderOf(score);
  const ranked = rankedBy(score, positive, weight);
  if (typeof order === "string") return order;
  if (typeof ranked === "string") return ranked;
  const thresholds = new Float64Array(order.length + 1);
  thresholds[0] = Number.POSITIVE_INFINITY;
  const found = new Float64Array(order.length);
  const wrong = new Float64Array(order.length);
  let [positives, positivesLost, negatives, negativesLost] = [0, 0, 0, 0];
  let [steps, isNewScore] = [0, false];
  for (let place = order.length - 1; place >= 0; place--) {
    if (ranked.last[place] === 1) isNewScore = true;
    const share = ranked.weight === null ? 1 : ranked.weight[place]!;
    if (share === 0) continue;
    if (isNewScore) thresholds[++steps] = score[order[place]!]!;
    isNewScore = false;
    // Knuth's addition, its rounding kept, of both classes: no branch on the class, which no processor can foresee.
    const up = share * ranked.positive[place]!;
    const morePositives = positives + up;
    positivesLost += roundedAway(positives, up, morePositives);
    positives = morePositives;
    const moreNegatives = negatives + (share - up);
    negativesLost += roundedAway(negatives, share - up, moreNegatives);
    negatives = moreNegatives;
    found[steps - 1] = positives + positivesLost;
    wrong[steps - 1] = negatives + negativesLost;
  }
  return {
    threshold: thresholds.subarray(1, steps + 1),
    fromNothing: thresholds.subarray(0, steps + 1),
    found: found.subarray(0, steps),
    wrong: wrong.subarray(0, steps),
    allPositives: positives + positivesLost,
    allNegatives: negatives + negativesLost,
  };
}

/** What is missing from the sum of two numbers. Source: D. E. Knuth, "The Art of Computer Programming" vol. 2, 4.2.2. */
function roundedAway(one: number, other: number, sum: number): number {
  const added = sum - one;
  return one - (sum - added) + (other - added);
}
