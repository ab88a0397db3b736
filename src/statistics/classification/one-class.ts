import type { Estimate } from "../estimate.ts";
import { bottomOf, type ClassRatio, isShare, ratioOfClass } from "./class-ratio.ts";
import { addSlope } from "./class-slope.ts";
import { flatGradient, intervalAlong } from "./gradient.ts";
import { share } from "./share.ts";
import { type Tally, tallyFrom } from "./tally.ts";

/** A ratio of one class against the rest: Wilson's interval where it is a share of rows, else the delta method. */
export function oneClass(ratio: ClassRatio, tally: Tally, index: number, confidence: number): Estimate {
  const value = ratioOfClass(ratio, tally, index);
  if (typeof value === "string") return value;
  const correct = tally.correct[index]!;
  if (isShare(ratio)) {
    const bottom = bottomOf(ratio, tally.truth[index]!, tally.predicted[index]!, correct);
    return share(tally, correct, bottom, confidence, "");
  }
  if (tally.weighted) return { value, interval: null };
  const folded = againstRest(tally, index);
  const gradient = flatGradient(folded);
  addSlope(gradient, ratio, folded, 1, 1);
  return { value, interval: intervalAlong(gradient, folded, value, [0, 1], confidence) };
}

/** The 2×2 tally of one class (index 1) against the rest, so that a report of many classes stays linear. */
function againstRest(tally: Tally, index: number): Tally {
  const both = tally.correct[index]!;
  const missed = tally.truth[index]! - both;
  const wrong = tally.predicted[index]! - both;
  const cells = [
    { actual: 1, predicted: 1, weight: both },
    { actual: 1, predicted: 0, weight: missed },
    { actual: 0, predicted: 1, weight: wrong },
    { actual: 0, predicted: 0, weight: tally.total - both - missed - wrong },
  ].filter((cell) => cell.weight > 0);
  return tallyFrom(cells, { ...tally, classes: ["rest", tally.classes[index]!], positive: 1 });
}
