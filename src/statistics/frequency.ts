import { partOf } from "./part.ts";
import type { Sample } from "./sample.ts";

/** Why a number cannot be had of lines that stand for many rows. */
export const NEEDS_ROWS = "it needs the rows, not their counts";

/** What a line of a sample stands for; `frequency` and `weight` are one array where nothing but rows is counted. */
export type Frequency = Float64Array | null | undefined;

/**
 * How lines count that stand for several rows each: a metric sums `weight`, which holds the rows of a line or, for
 * weighted rows, their weight together.
 */
export function countedLines(
  frequency: Float64Array,
  weight: Float64Array | null,
): { readonly weight: Float64Array; readonly frequency: Float64Array } {
  return {
    weight: weight === null ? frequency : weight.map((each, line) => each * frequency[line]!),
    frequency,
  };
}

/** Whether a unit of weight is one row, so that sums of weight are counts of trials. */
export function countsRows({
  weight,
  frequency,
}: {
  readonly weight: Float64Array | null;
  readonly frequency?: Frequency;
}): boolean {
  return weight === null || weight === frequency;
}

/** The rows that a line stands for. */
export function rowsAt(frequency: Frequency, line: number): number {
  return frequency == null ? 1 : frequency[line]!;
}

const totals = new WeakMap<Float64Array, number>();

/** The rows that all lines stand for: exact, for a sound frequency sums to less than 2^53. */
export function rowsIn(frequency: Frequency, lines: number): number {
  if (frequency == null) return lines;
  const known = totals.get(frequency);
  if (known !== undefined) return known;
  let total = 0;
  for (let line = 0; line < frequency.length; line++) total += frequency[line]!;
  totals.set(frequency, total);
  return total;
}

/** Why these are no counts of rows, or null. */
export function frequencyFlaw(frequency: Frequency): string | null {
  if (frequency == null) return null;
  for (let line = 0; line < frequency.length; line++) {
    if (!isRowCount(frequency[line]!)) return "a count of rows is no whole number of 1 or more";
  }
  return rowsIn(frequency, frequency.length) > Number.MAX_SAFE_INTEGER
    ? "the counts sum to 2^53 or more, so rows cannot be counted exactly"
    : null;
}

export function isRowCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

/** The rows that the sample has, which is the number of its lines unless they stand for several. */
export function rowsOfAll(sample: Sample): number {
  return rowsIn(sample.frequency, linesOf(sample));
}

/** The length of the sample's arrays; those of a part need not be made for it. */
export function linesOf(sample: Sample): number {
  const part = partOf(sample);
  if (part !== null) return part.lines;
  switch (sample.task) {
    case "binary":
      return sample.positive.length;
    case "multilabel":
      return sample.truth[0]?.length ?? 0;
    case "multiclass":
    case "regression":
      return sample.truth.length;
  }
}
