import { ascending } from "../ranking/ascending.ts";
import type { BinarySample } from "../sample.ts";
import { sampleFlaw } from "../sample-flaw.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";

/** What lies at or above each score that any row with weight has, from the highest score down. */
export interface ScoreSteps {
  readonly threshold: Float64Array;
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
  if (!score.every(Number.isFinite)) return "a score is not a finite number";
  const order = ascending(score);
  const threshold = new Float64Array(order.length);
  const found = new Float64Array(order.length);
  const wrong = new Float64Array(order.length);
  const positives = new Sum();
  const negatives = new Sum();
  let steps = 0;
  for (let place = order.length - 1; place >= 0; place--) {
    const row = order[place]!;
    const share = weightAt(weight, row);
    if (share === 0) continue;
    if (steps === 0 || score[row] !== threshold[steps - 1]) threshold[steps++] = score[row]!;
    const side = positive[row] === 1 ? positives : negatives;
    side.add(share);
    found[steps - 1] = positives.value;
    wrong[steps - 1] = negatives.value;
  }
  return {
    threshold: threshold.subarray(0, steps),
    found: found.subarray(0, steps),
    wrong: wrong.subarray(0, steps),
    allPositives: positives.value,
    allNegatives: negatives.value,
  };
}
