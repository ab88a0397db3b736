import type { Matrix } from "../../../src/statistics/consistency/confusion/matrix.ts";
import type { Reported } from "../../../src/statistics/consistency/reported.ts";

/** A number as a fraction; nothing over 0 has no value. */
type Fraction = readonly [top: number, bottom: number];

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const swapped = ({ tp, fp, fn, tn }: Matrix): Matrix => ({ tp: tn, fp: fn, fn: fp, tn: tp });
const rowsOf = ({ tp, fp, fn, tn }: Matrix) => tp + fp + fn + tn;
const isAbsent = ({ tp, fp, fn }: Matrix) => tp + fp + fn === 0;
type Part = (matrix: Matrix) => Fraction;
const mean =
  (of: Part): Part =>
  (matrix) =>
    times([1, 2], plus(of(matrix), of(swapped(matrix))));
/** Over the classes that occur. */
const macro =
  (of: Part): Part =>
  (matrix) => {
    if (isAbsent(matrix)) return of(swapped(matrix));
    return isAbsent(swapped(matrix)) ? of(matrix) : mean(of)(matrix);
  };
const weighted =
  (of: Part): Part =>
  (matrix) => {
    const part = (one: Matrix): Fraction =>
      one.tp + one.fn === 0 ? [0, 1] : times([one.tp + one.fn, rowsOf(one)], of(one));
    return plus(part(matrix), part(swapped(matrix)));
  };

const precision = ({ tp, fp }: Matrix): Fraction => [tp, tp + fp];
const recall = ({ tp, fn }: Matrix): Fraction => [tp, tp + fn];
const f1 = ({ tp, fp, fn }: Matrix): Fraction => [2 * tp, 2 * tp + fp + fn];

/** Textbook definitions, as fractions. */
export const FRACTIONS: Readonly<Record<string, (matrix: Matrix) => Fraction>> = {
  accuracy: (m) => [m.tp + m.tn, rowsOf(m)],
  precision,
  recall,
  specificity: (m) => recall(swapped(m)),
  negative_predictive_value: (m) => precision(swapped(m)),
  false_positive_rate: ({ fp, tn }) => [fp, fp + tn],
  false_negative_rate: ({ tp, fn }) => [fn, tp + fn],
  balanced_accuracy: mean(recall),
  f1,
  f2: ({ tp, fp, fn }) => [5 * tp, 5 * tp + fp + 4 * fn],
  "f0.5": ({ tp, fp, fn }) => [5 * tp, 5 * tp + 4 * fp + fn],
  jaccard: ({ tp, fp, fn }) => [tp, tp + fp + fn],
  prevalence: (m) => [m.tp + m.fn, rowsOf(m)],
  f1_macro: macro(f1),
  precision_macro: macro(precision),
  recall_weighted: weighted(recall),
  precision_weighted: weighted(precision),
  f1_micro: (m) => [m.tp + m.tn, rowsOf(m)],
};

const ROOTS: Readonly<Record<string, (matrix: Matrix) => number>> = {
  matthews_corrcoef: ({ tp, fp, fn, tn }) =>
    (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
  cohen_kappa: (m) => {
    const n = rowsOf(m);
    const chance = ((m.tp + m.fp) * (m.tp + m.fn) + (m.fn + m.tn) * (m.fp + m.tn)) / (n * n);
    return chance === 1 ? Number.NaN : ((m.tp + m.tn) / n - chance) / (1 - chance);
  },
};

export const METRICS = [...Object.keys(FRACTIONS), ...Object.keys(ROOTS)];

/** The value as a number; NaN when it is 0/0. */
export function scoreOf(metric: string, matrix: Matrix): number {
  const fraction = FRACTIONS[metric]?.(matrix);
  return fraction ? fraction[0] / fraction[1] : ROOTS[metric]!(matrix);
}

/** Whether the value's decimal digits, rounded either way at a half or cut off, are the reported ones. */
export function isWritten(metric: string, matrix: Matrix, { value, decimals }: Reported): boolean {
  const digits = Math.round(value * 10 ** decimals);
  const fraction = FRACTIONS[metric]?.(matrix);
  if (fraction) {
    const [top, bottom] = fraction;
    if (bottom === 0) return false;
    const scaled = top * 10 ** decimals;
    const down = (scaled - (scaled % bottom)) / bottom;
    const twice = 2 * (scaled - down * bottom);
    return digits === down || (digits === down + 1 && twice >= bottom);
  }
  const root = ROOTS[metric]!(matrix);
  const scaled = Math.abs(root) < 1e-14 ? 0 : root * 10 ** decimals;
  // Irrational numbers come as near to a half as they like: single precision's error is allowed for.
  return (
    digits === Math.trunc(scaled + Math.sign(scaled) * 1e-9) ||
    Math.abs(scaled - digits) <= 0.5 + 2.5e-7 * 10 ** decimals
  );
}

/** As `isWritten`, of a tool that puts 0 for 0/0, and one class's recall for balanced accuracy. */
export function isWrittenWithZeros(metric: string, matrix: Matrix, reported: Reported): boolean {
  return isPrinted(metric, matrix, reported, macro);
}

/** As `isWrittenWithZeros`, with macro averages over both classes though the data have one. */
export function isWrittenOverBoth(metric: string, matrix: Matrix, reported: Reported): boolean {
  return isPrinted(metric, matrix, reported, mean);
}

function isPrinted(metric: string, matrix: Matrix, reported: Reported, ofBoth: typeof macro): boolean {
  if (metric === "balanced_accuracy") {
    if (matrix.tp + matrix.fn === 0) return isWritten("specificity", matrix, reported);
    if (matrix.tn + matrix.fp === 0) return isWritten("recall", matrix, reported);
  }
  const [name, average] = metric.split("_");
  const inner = name && FRACTIONS[name];
  if (inner && (average === "macro" || average === "weighted")) {
    const filled = (one: Matrix): Fraction => (inner(one)[1] === 0 ? [0, 1] : inner(one));
    const [top, bottom] = (average === "macro" ? ofBoth : weighted)(filled)(matrix);
    return isNear(top / bottom, reported);
  }
  return Number.isNaN(scoreOf(metric, matrix)) ? isNear(0, reported) : isWritten(metric, matrix, reported);
}

function isNear(value: number, { value: digits, decimals }: Reported): boolean {
  const away = (value - digits) * 10 ** decimals;
  return away >= -0.5 - 1e-9 && away < 1 - 1e-9;
}

/** Every matrix of n rows, with these positives or any. */
export function* matrices(n: number, positives: number | null): Generator<Matrix> {
  for (let p = positives ?? 0; p <= (positives ?? n); p++) {
    for (let tp = 0; tp <= p; tp++) {
      for (let fp = 0; fp <= n - p; fp++) yield { tp, fp, fn: p - tp, tn: n - p - fp };
    }
  }
}
