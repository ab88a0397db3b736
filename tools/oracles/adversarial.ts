import { linesOf } from "../../src/statistics/frequency.ts";
import type {
  BinarySample,
  MulticlassSample,
  MultilabelSample,
  RegressionSample,
  Sample,
} from "../../src/statistics/sample.ts";

/** What a metric must have been seen to get right, beside ordinary rows. */
export const CLASSES = [
  "ties",
  "tiny",
  "one class",
  "imbalance",
  "weights",
  "constant",
  "denormal",
  "real data",
] as const;
export type AdversarialClass = (typeof CLASSES)[number];

/** How each class reads for each task; the words stand in the README. */
export const MEANINGS: Readonly<Record<AdversarialClass, string>> = {
  ties: "rows of both classes share a score; two classes of a row do; some errors are equal and some are not",
  tiny: "one to three rows",
  "one class": "every row is truly of one class; every true value is the same",
  imbalance: "a class has at most 1 % of the rows; one row has 99 % of the squared error",
  weights: "rows have weights",
  constant: "every row has the same score, and so the same decision; every prediction is the same",
  denormal: "scores or values below 2⁻¹⁰²²",
  "real data": "a model fitted on scikit-learn's own data sets",
};

const REAL = /^(breast cancer|digits|wine|diabetes)/;
const SMALLEST_NORMAL = 2 ** -1022;

/** The classes that a stored sample is of. */
export function classesOf(name: string, sample: Sample): ReadonlySet<AdversarialClass> {
  const rows = linesOf(sample);
  const general: readonly (readonly [AdversarialClass, boolean])[] = [
    ["tiny", rows <= 3],
    ["weights", sample.weight !== null],
    ["real data", REAL.test(name)],
  ];
  const found = [...general, ...ofTask(sample, rows)];
  return new Set(found.flatMap(([one, holds]) => (holds ? [one] : [])));
}

function ofTask(sample: Sample, rows: number): readonly (readonly [AdversarialClass, boolean])[] {
  switch (sample.task) {
    case "binary":
      return binary(sample, rows);
    case "multiclass":
      return multiclass(sample, rows);
    case "multilabel":
      return multilabel(sample, rows);
    case "regression":
      return regression(sample, rows);
  }
}

function binary({ positive, score }: BinarySample, rows: number) {
  const scores = [...(score ?? [])];
  const sides = [0, 1].map((side) => new Set(scores.filter((_, row) => positive[row] === side)));
  return [
    ["ties", !alike(scores) && [...sides[0]!].some((value) => sides[1]!.has(value))],
    ["one class", alike(positive)],
    ["imbalance", isRare(positive)],
    ["constant", rows > 3 && alike(scores)],
    ["denormal", scores.some(isDenormal)],
  ] as const;
}

function multiclass({ truth, scores }: MulticlassSample, rows: number) {
  const columns = scores ?? [];
  const tied = [...truth.keys()].some((row) => new Set(columns.map((of) => of[row])).size < columns.length);
  const constant = columns.length > 0 && columns.every(alike);
  return [
    ["ties", tied && !constant],
    ["one class", alike(truth)],
    ["imbalance", isRare(truth)],
    ["constant", rows > 3 && constant],
    ["denormal", columns.some((of) => of.some(isDenormal))],
  ] as const;
}

function multilabel({ truth, scores }: MultilabelSample, rows: number) {
  const columns = scores ?? [];
  const tied = columns.some((of) => !alike([...of]) && new Set(of).size < rows);
  return [
    ["ties", tied],
    ["one class", truth.some(alike)],
    ["imbalance", truth.some(isRare)],
    ["constant", rows > 3 && columns.some(alike)],
    ["denormal", columns.some((of) => of.some(isDenormal))],
  ] as const;
}

function regression({ truth, prediction: numbers, bounds }: RegressionSample, rows: number) {
  const prediction = numbers ?? bounds?.lower ?? truth;
  const errors = [...truth].map((value, row) => Math.abs(prediction[row]! - value));
  const most = Math.max(...errors) ** 2;
  const all = errors.reduce((sum, error) => sum + error ** 2, 0);
  return [
    ["ties", rows > 3 && !alike(errors) && new Set(errors).size < rows],
    ["one class", alike(truth)],
    ["imbalance", rows > 3 && most > 0.99 * all],
    ["constant", rows > 3 && alike(prediction)],
    ["denormal", truth.some(isDenormal)],
  ] as const;
}

function isRare(column: Iterable<number>): boolean {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const one of column) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
    rows++;
  }
  return counts.size > 1 && Math.min(...counts.values()) <= rows / 100;
}

function alike(column: Iterable<number>): boolean {
  return new Set(column).size <= 1;
}

function isDenormal(value: number): boolean {
  return value !== 0 && Math.abs(value) < SMALLEST_NORMAL;
}
