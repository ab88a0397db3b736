import type { Estimate } from "../estimate.ts";
import { sumOf } from "../sum.ts";
import { bottomOf, type ClassRatio, ratioOfClass } from "./class-ratio.ts";
import { addSlope } from "./class-slope.ts";
import { flatGradient, type Gradient, intervalAlong } from "./gradient.ts";
import { share } from "./share.ts";
import type { Tally } from "./tally.ts";

/** The mean over the classes that are true or predicted in some row, each counting the same. */
export function macroAverage(ratio: ClassRatio, tally: Tally, confidence: number): Estimate {
  const present = classesWhere(tally, (index) => tally.truth[index]! > 0 || tally.predicted[index]! > 0);
  const gradient = flatGradient(tally);
  let sum = 0;
  for (const index of present) {
    const value = ratioOfClass(ratio, tally, index);
    if (typeof value === "string") return value;
    sum += value;
    addSlope(gradient, ratio, tally, index, 1 / present.length);
  }
  return withDelta(tally, gradient, sum / present.length, confidence);
}

/** The mean over the classes that have true rows, each counting as its rows do. */
export function weightedAverage(ratio: ClassRatio, tally: Tally, confidence: number): Estimate {
  const gradient = flatGradient(tally);
  let sum = 0;
  for (const index of classesWhere(tally, (index) => tally.truth[index]! > 0)) {
    const value = ratioOfClass(ratio, tally, index);
    if (typeof value === "string") return value;
    sum += tally.truth[index]! * value;
    addSlope(gradient, ratio, tally, index, tally.truth[index]! / tally.total);
    gradient.truth[index]! += value;
  }
  return withDelta(tally, gradient, sum / tally.total, confidence);
}

/** The ratio of the sums over all classes. Where each row is one trial that is accuracy, with its interval. */
export function microAverage(ratio: ClassRatio, tally: Tally, confidence: number): Estimate {
  const correct = sumOf(tally.correct);
  const bottom = bottomOf(ratio, tally.total, tally.total, correct);
  if (ratio.correct === 0) return share(tally, correct, tally.total, confidence, "");
  const value = (ratio.top * correct) / bottom;
  const gradient = flatGradient(tally);
  gradient.correct.fill((tally.total / bottom) * (ratio.top - value * ratio.correct));
  return withDelta(tally, gradient, value, confidence);
}

function classesWhere(tally: Tally, holds: (index: number) => boolean): readonly number[] {
  return [...tally.classes.keys()].filter(holds);
}

function withDelta(tally: Tally, gradient: Gradient, value: number, confidence: number): Estimate {
  return { value, interval: intervalAlong(gradient, tally, value, [0, 1], confidence) };
}
