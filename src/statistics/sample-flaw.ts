import { frequencyFlaw, linesOf } from "./frequency.ts";
import { partOf } from "./part.ts";
import type { Sample } from "./sample.ts";
import { weightFlaw } from "./weight.ts";

const remembered = new WeakMap<Sample, string | null>();

/**
 * Why nothing can be computed from the sample (no rows, weights that are none), or null; looked at once
 * however many metrics ask, and the classes of a part not again.
 * @throws RangeError when the arrays differ in length, hold an index of no class, or have a frequency that their
 * weight leaves out: a fault of the caller.
 */
export function sampleFlaw(sample: Sample): string | null {
  const known = remembered.get(sample);
  if (known !== undefined) return known;
  const flaw = isSoundPart(sample) ? flawOfRows(sample) : flawOf(sample);
  remembered.set(sample, flaw);
  return flaw;
}

/** The columns of a part need not be made to know that they are of one length, and of the classes that there are. */
function isSoundPart(sample: Sample): boolean {
  const whole = partOf(sample)?.whole;
  return whole !== undefined && remembered.has(whole);
}

function flawOf(sample: Sample): string | null {
  const rows = linesOf(sample);
  if (!columnsOf(sample).every((column) => column === null || column.length === rows)) {
    throw new RangeError("the arrays of a sample differ in length");
  }
  if (sample.frequency && sample.weight === null) {
    throw new RangeError("the weight of a sample leaves its frequency out");
  }
  if (!classColumnsOf(sample).every((column) => isWithin(column, classCount(sample)))) {
    throw new RangeError("a sample has a row of a class that it does not list");
  }
  return flawOfRows(sample);
}

function flawOfRows(sample: Sample): string | null {
  if (linesOf(sample) === 0) return "there are no rows";
  return frequencyFlaw(sample.frequency) ?? weightFlaw(sample.weight);
}

function columnsOf(sample: Sample): readonly ({ readonly length: number } | null)[] {
  switch (sample.task) {
    case "binary":
      return [sample.decision, sample.score, sample.weight, sample.frequency ?? null];
    case "multiclass":
      return [sample.decision, ...(sample.scores ?? []), sample.weight, sample.frequency ?? null];
    case "multilabel":
      return [
        ...sample.truth,
        ...(sample.decision ?? []),
        ...(sample.scores ?? []),
        sample.weight,
        sample.frequency ?? null,
      ];
    case "regression":
      return [
        sample.prediction,
        sample.bounds?.lower ?? null,
        sample.bounds?.upper ?? null,
        sample.weight,
        sample.frequency ?? null,
      ];
  }
}

function classColumnsOf(sample: Sample): readonly (Uint8Array | Int32Array | null)[] {
  switch (sample.task) {
    case "binary":
      return [sample.positive, sample.decision];
    case "multiclass":
      return [sample.truth, sample.decision];
    case "multilabel":
      return [...sample.truth, ...(sample.decision ?? [])];
    case "regression":
      return [];
  }
}

function classCount(sample: Sample): number {
  switch (sample.task) {
    case "regression":
      return 0;
    case "multilabel":
      return 2;
    case "binary":
    case "multiclass":
      return sample.classes.length;
  }
}

function isWithin(column: Uint8Array | Int32Array | null, count: number): boolean {
  if (column === null) return true;
  for (let row = 0; row < column.length; row++) if (column[row]! < 0 || column[row]! >= count) return false;
  return true;
}
