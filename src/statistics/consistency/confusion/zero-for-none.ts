import { hull, meets, type Window } from "../window.ts";
import type { Constraint } from "./constraint.ts";
import { every, fits, matrixWith, none } from "./known-positives.ts";
import type { Matrix } from "./matrix.ts";
import type { Steps } from "./staircase.ts";

/**
 * A matrix that gives the numbers only where a tool writes 0 for 0/0, as scikit-learn does with a warning (and
 * one class's recall for balanced accuracy). Such a metric is undefined and its number is made up, but it was
 * printed: data can have given it. "spent" when the steps ran out.
 * @param positives null when they may be any of 0..n
 */
export function matrixWithZeros(
  n: number,
  positives: number | null,
  constraints: readonly Constraint[],
  steps: Steps,
): Matrix | null | "spent" {
  for (const count of positives === null ? [0, n] : [positives]) {
    const found =
      matrixWith(count, n - count, constraints, steps, "written") ??
      matrixWith(count, n - count, constraints, steps, "filled");
    if (found) return found;
  }
  if (positives !== null || n < 2) return null;
  for (const decided of [none, every]) {
    const ends = [decided(1, n - 1), decided(n - 1, 1)] as const;
    if (!constraints.some((one) => isUndefined(one, ends[0]))) continue;
    // With nothing or everything decided for, each score only rises or only falls with the positives.
    if (!constraints.every((one) => meets(one, hull(ends.map((end) => valueAt(one, end)))))) continue;
    for (let count = 1; count < n; count++) {
      if (--steps.left < 0) return "spent";
      const matrix = decided(count, n - count);
      if (fits(matrix, constraints, "written")) return matrix;
    }
  }
  return null;
}

function valueAt({ written }: Constraint, { tp, fp, fn, tn }: Matrix): Window {
  const value = written(tp, fp, fn, tn);
  return { low: value, high: value };
}

function isUndefined({ score }: Constraint, { tp, fp, fn, tn }: Matrix): boolean {
  return Number.isNaN(score(tp, fp, fn, tn));
}
