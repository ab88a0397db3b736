import { bottomOf, type ClassRatio, ratioOfClass } from "../classification/class-ratio.ts";
import { addSlope } from "../classification/class-slope.ts";
import { flatGradient, type Gradient } from "../classification/gradient.ts";
import type { Tally } from "../classification/tally.ts";
import type { Estimate } from "../estimate.ts";
import { countsRows } from "../frequency.ts";
import { deltaInterval } from "../intervals/delta.ts";
import type { Interval } from "../outcome.ts";
import { sumOf } from "../sum.ts";
import { type Decided, tallyOfLabels } from "./tally.ts";

/**
 * A ratio averaged over labels: the plain mean (macro), the mean by the labels' true rows (weighted), or the
 * ratio of the sums (micro). The interval takes rows, and not labels, as what was drawn.
 */
export function labelAverage(
  ratio: ClassRatio,
  sample: Decided,
  average: "macro" | "micro" | "weighted",
  confidence: number,
): Estimate {
  const tally = tallyOfLabels(sample);
  const gradient = flatGradient(tally);
  const value = AVERAGES[average](ratio, tally, gradient);
  if (typeof value === "string") return value;
  const interval = countsRows(sample) ? intervalOverRows(gradient, sample, value, confidence) : null;
  return { value, interval };
}

type Averaging = (ratio: ClassRatio, tally: Tally, gradient: Gradient) => number | string;

const AVERAGES: Readonly<Record<"macro" | "micro" | "weighted", Averaging>> = {
  macro(ratio, tally, gradient) {
    let sum = 0;
    for (let label = 0; label < tally.classes.length; label++) {
      const value = ratioOfClass(ratio, tally, label);
      if (typeof value === "string") return value;
      sum += value;
      addSlope(gradient, ratio, tally, label, 1 / tally.classes.length);
    }
    return sum / tally.classes.length;
  },
  weighted(ratio, tally, gradient) {
    const { truth, total } = tally;
    const all = sumOf(truth);
    if (all === 0) return "no label has true rows";
    let mean = 0;
    for (let label = 0; label < truth.length; label++) {
      if (truth[label] === 0) continue;
      const value = ratioOfClass(ratio, tally, label);
      if (typeof value === "string") return value;
      mean += (truth[label]! * value) / all;
      addSlope(gradient, ratio, tally, label, truth[label]! / all);
      gradient.truth[label]! += (value * total) / all;
    }
    for (let label = 0; label < truth.length; label++) gradient.truth[label]! -= (mean * total) / all;
    return mean;
  },
  micro(ratio, tally, gradient) {
    const correct = sumOf(tally.correct);
    const bottom = bottomOf(ratio, sumOf(tally.truth), sumOf(tally.predicted), correct);
    if (bottom === 0) return `every label ${ratio.empty}`;
    const value = (ratio.top * correct) / bottom;
    const scale = tally.total / bottom;
    gradient.truth.fill(-value * ratio.truth * scale);
    gradient.predicted.fill(-value * ratio.predicted * scale);
    gradient.correct.fill((ratio.top - value * ratio.correct) * scale);
    return value;
  },
};

/** The delta method over rows, each of which moves the sums of all its labels together. */
function intervalOverRows(
  gradient: Gradient,
  { truth, decision, weight }: Decided,
  value: number,
  confidence: number,
): Interval | null {
  const rows = truth[0]?.length ?? 0;
  const slopes = new Float64Array(rows);
  let scale = 0;
  for (let label = 0; label < truth.length; label++) {
    const [trueRows, saidRows] = [truth[label]!, decision[label]!];
    const [had, said, both] = [gradient.truth[label]!, gradient.predicted[label]!, gradient.correct[label]!];
    scale += Math.abs(had) + Math.abs(said) + Math.abs(both);
    for (let row = 0; row < rows; row++) {
      if (trueRows[row] === 1) slopes[row]! += had;
      if (saidRows[row] === 1) slopes[row]! += trueRows[row] === 1 ? said + both : said;
    }
  }
  return deltaInterval(weight ?? new Float64Array(rows).fill(1), slopes, scale, value, [0, 1], confidence);
}
