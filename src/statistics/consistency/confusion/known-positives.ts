import type { Constraint } from "./constraint.ts";
import type { Matrix } from "./matrix.ts";
import type { Score } from "./score.ts";
import { type Box, leastFit, type Steps } from "./staircase.ts";

export type Found = Matrix | null | "spent";

/** Which form of a score counts: as defined, or as written by tools that put 0 for 0/0. */
export type Reading = "score" | "written" | "filled";

/**
 * A matrix of these positives and negatives that gives every number, null when there is none. Exact: every
 * matrix is covered. A score is 0/0 only where nothing or everything is decided for, or without positives or
 * negatives, so the first two are asked by themselves and the rest falls into boxes without them.
 */
export function matrixWith(
  positives: number,
  negatives: number,
  constraints: readonly Constraint[],
  steps: Steps,
  reading: Reading = "score",
): Found {
  for (const decided of [none(positives, negatives), every(positives, negatives)]) {
    if (fits(decided, constraints, reading)) return decided;
  }
  const scores = constraints.map((constraint) => constraint[reading]);
  for (const box of boxesOf(positives, negatives)) {
    const found = fitIn(box, positives, negatives, constraints, scores, steps);
    if (found === "spent") return found;
    if (found) {
      const [tp, fp] = found;
      return { tp, fp, fn: positives - tp, tn: negatives - fp };
    }
  }
  return null;
}

export function none(positives: number, negatives: number): Matrix {
  return { tp: 0, fp: 0, fn: positives, tn: negatives };
}

export function every(positives: number, negatives: number): Matrix {
  return { tp: positives, fp: negatives, fn: 0, tn: 0 };
}

export function fits(
  { tp, fp, fn, tn }: Matrix,
  constraints: readonly Constraint[],
  reading: Reading,
): boolean {
  for (const constraint of constraints) {
    const value = constraint[reading](tp, fp, fn, tn);
    if (!(value >= constraint.low && value <= constraint.high)) return false;
  }
  return true;
}

/** All but the two matrices above: no true positive, some but not all, all of them. */
function boxesOf(positives: number, negatives: number): readonly Box[] {
  return [
    { left: 1, right: positives - 1, bottom: 0, top: negatives },
    { left: 0, right: 0, bottom: 1, top: positives === 0 ? negatives - 1 : negatives },
    ...(positives === 0 ? [] : [{ left: positives, right: positives, bottom: 0, top: negatives - 1 }]),
  ];
}

function fitIn(
  box: Box,
  positives: number,
  negatives: number,
  bounds: readonly Constraint[],
  scores: readonly Score[],
  steps: Steps,
) {
  const tooLow = (tp: number, fp: number): boolean => {
    steps.left -= scores.length;
    for (let index = 0; index < scores.length; index++) {
      if (!(scores[index]!(tp, fp, positives - tp, negatives - fp) >= bounds[index]!.low)) return true;
    }
    return false;
  };
  const tooHigh = (tp: number, fp: number): boolean => {
    steps.left -= scores.length;
    for (let index = 0; index < scores.length; index++) {
      if (!(scores[index]!(tp, fp, positives - tp, negatives - fp) <= bounds[index]!.high)) return true;
    }
    return false;
  };
  return leastFit(box, tooLow, tooHigh, steps);
}
