import { bottomOf, type ClassRatio } from "./class-ratio.ts";
import type { Gradient } from "./gradient.ts";
import type { Tally } from "./tally.ts";

/** Adds `share` times the derivative of one class's ratio, by the shares of its margins, to the gradient. */
export function addSlope(
  gradient: Gradient,
  ratio: ClassRatio,
  tally: Tally,
  index: number,
  share: number,
): void {
  const { total } = tally;
  const correct = tally.correct[index]! / total;
  const bottom = bottomOf(ratio, tally.truth[index]! / total, tally.predicted[index]! / total, correct);
  const value = (ratio.top * correct) / bottom;
  gradient.truth[index]! -= (share * value * ratio.truth) / bottom;
  gradient.predicted[index]! -= (share * value * ratio.predicted) / bottom;
  gradient.correct[index]! += (share * (ratio.top - value * ratio.correct)) / bottom;
}
