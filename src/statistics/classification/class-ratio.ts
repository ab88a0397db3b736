import { shownClass } from "../classes.ts";
import type { Tally } from "./tally.ts";

/**
 * A metric of one class against the rest, as a ratio: `top`·correct over
 * `truth`·truth + `predicted`·predicted + `correct`·correct. Precision, recall, F-beta and Jaccard are of
 * this form, so they share one way of averaging over classes and one interval.
 */
export interface ClassRatio {
  readonly top: number;
  readonly truth: number;
  readonly predicted: number;
  readonly correct: number;
  /** Why a class has no value, to follow the class's name. */
  readonly empty: string;
}

export const PRECISION: ClassRatio = {
  top: 1,
  truth: 0,
  predicted: 1,
  correct: 0,
  empty: "is never predicted",
};
export const RECALL: ClassRatio = { top: 1, truth: 1, predicted: 0, correct: 0, empty: "has no true rows" };
export const JACCARD: ClassRatio = {
  top: 1,
  truth: 1,
  predicted: 1,
  correct: -1,
  empty: "has no true rows and is never predicted",
};

export function fbetaRatio(beta: number): ClassRatio {
  return { ...JACCARD, top: 1 + beta * beta, truth: beta * beta, correct: 0 };
}

/** Whether the ratio is a plain share of one class's rows: a count of successes over a count of trials. */
export function isShare(ratio: ClassRatio): boolean {
  return ratio.top === 1 && ratio.correct === 0 && ratio.truth + ratio.predicted === 1;
}

export function bottomOf(ratio: ClassRatio, truth: number, predicted: number, correct: number): number {
  return ratio.truth * truth + ratio.predicted * predicted + ratio.correct * correct;
}

/** The ratio for one class, or why it has none. */
export function ratioOfClass(ratio: ClassRatio, tally: Tally, index: number): number | string {
  const correct = tally.correct[index]!;
  const bottom = bottomOf(ratio, tally.truth[index]!, tally.predicted[index]!, correct);
  return bottom > 0
    ? (ratio.top * correct) / bottom
    : `the class ${shownClass(tally.classes[index]!)} ${ratio.empty}`;
}
