import { deltaInterval } from "../intervals/delta.ts";
import type { Interval } from "../outcome.ts";
import type { Cell, Tally } from "./tally.ts";

/**
 * How a metric of a confusion matrix moves with the cells' shares: for a row that is truly i and decided j
 * the derivative is truth[i] + predicted[j], plus correct[i] when i = j. Every metric of the matrix's
 * diagonal and margins is of that form, so no matrix of classes × classes is ever needed.
 */
export interface Gradient {
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  readonly correct: Float64Array;
}

export function flatGradient(tally: Tally): Gradient {
  const zeros = () => new Float64Array(tally.classes.length);
  return { truth: zeros(), predicted: zeros(), correct: zeros() };
}

/** The delta method's interval; null for weighted rows, whose counts are not multinomial. */
export function intervalAlong(
  gradient: Gradient,
  tally: Tally,
  value: number,
  range: readonly [number, number],
  confidence: number,
): Interval | null {
  if (tally.weighted) return null;
  const counts = Float64Array.from(tally.cells, (cell) => cell.weight);
  const slopes = Float64Array.from(tally.cells, (cell) => slopeAt(gradient, cell));
  const scale = largest(gradient.truth) + largest(gradient.predicted) + largest(gradient.correct);
  return deltaInterval(counts, slopes, scale, value, range, confidence);
}

function largest(slopes: Float64Array): number {
  return slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

function slopeAt(gradient: Gradient, { actual, predicted }: Cell): number {
  const either = gradient.truth[actual]! + gradient.predicted[predicted]!;
  return actual === predicted ? either + gradient.correct[actual]! : either;
}
