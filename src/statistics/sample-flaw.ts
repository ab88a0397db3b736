import type { Sample } from "./sample.ts";
import { weightFlaw } from "./weight.ts";

const remembered = new WeakMap<Sample, string | null>();

/**
 * Why nothing can be computed from the sample (no rows, weights that are none), or null; looked at once
 * however many metrics ask.
 * @throws RangeError when the arrays differ in length or hold an index of no class: a fault of the caller.
 */
export function sampleFlaw(sample: Sample): string | null {
  const known = remembered.get(sample);
  if (known !== undefined) return known;
  const rows = rowsOf(sample);
  if (!columnsOf(sample).every((column) => column === null || column.length === rows)) {
    throw new RangeError("the arrays of a sample differ in length");
  }
  if (!classColumnsOf(sample).every((column) => isWithin(column, classCount(sample)))) {
    throw new RangeError("a sample has a row of a class that it does not list");
  }
  const flaw = rows === 0 ? "there are no rows" : weightFlaw(sample.weight);
  remembered.set(sample, flaw);
  return flaw;
}

export function rowsOf(sample: Sample): number {
  return sample.task === "binary" ? sample.positive.length : sample.truth.length;
}

function columnsOf(sample: Sample): readonly ({ readonly length: number } | null)[] {
  switch (sample.task) {
    case "binary":
      return [sample.decision, sample.score, sample.weight];
    case "multiclass":
      return [sample.decision, ...(sample.scores ?? []), sample.weight];
    case "regression":
      return [sample.prediction, sample.weight];
  }
}

function classColumnsOf(sample: Sample): readonly (Uint8Array | Int32Array | null)[] {
  switch (sample.task) {
    case "binary":
      return [sample.positive, sample.decision];
    case "multiclass":
      return [sample.truth, sample.decision];
    case "regression":
      return [];
  }
}

function classCount(sample: Sample): number {
  return sample.task === "regression" ? 0 : sample.classes.length;
}

function isWithin(column: Uint8Array | Int32Array | null, count: number): boolean {
  if (column === null) return true;
  for (let row = 0; row < column.length; row++) if (column[row]! < 0 || column[row]! >= count) return false;
  return true;
}
