import type { Constraint } from "./constraint.ts";
import { leastFit, type Steps } from "./staircase.ts";

/** Recall and false positive rate are looked at in cells of this many a side. */
const CELLS = 2 ** 20;
/** A bound from fractions of rows may miss by this much what whole rows give. */
const ROUNDING = 1e-12;
/** A range that is not ruled out by then is left to its halves. */
const ROUNDS = 4000;

/**
 * Whether no matrix of n rows with from..to positives (0 < from ≤ to < n) gives the numbers, whole or not.
 * Each score is bounded over a cell of recall and false positive rate and over the range of positives; such
 * bounds rise and fall as the score does, so the same staircase finds out whether any cell is left.
 */
export function isRuledOut(
  from: number,
  to: number,
  n: number,
  constraints: readonly Constraint[],
  steps: Steps,
): boolean {
  const rounds: Steps = { left: ROUNDS };
  const tooLow = (x: number, y: number): boolean => {
    steps.left -= 2 * constraints.length;
    rounds.left--;
    for (const bound of constraints) {
      if (mostOf(bound, (x + 1) / CELLS, y / CELLS, from, to, n) < bound.low - ROUNDING) return true;
    }
    return false;
  };
  const tooHigh = (x: number, y: number): boolean => {
    steps.left -= 2 * constraints.length;
    rounds.left--;
    for (const bound of constraints) {
      if (leastOf(bound, x / CELLS, (y + 1) / CELLS, from, to, n) > bound.high + ROUNDING) return true;
    }
    return false;
  };
  const box = { left: 0, right: CELLS - 1, bottom: 0, top: CELLS - 1 };
  return leastFit(box, tooLow, tooHigh, rounds) === null;
}

/** NaN, which is no bound, is neither below nor above anything. */
function mostOf({ score, spread }: Constraint, r: number, s: number, from: number, to: number, n: number) {
  switch (spread) {
    case "ends":
      return Math.max(
        score(r * from, s * (n - from), (1 - r) * from, (1 - s) * (n - from)),
        score(r * to, s * (n - to), (1 - r) * to, (1 - s) * (n - to)),
      );
    case "cells":
      return score(r * to, s * (n - to), (1 - r) * from, (1 - s) * (n - from));
    case "odds":
      return kappaAt(r, s, r >= s ? from : to, r >= s ? to : from, n);
    case "none":
      return Number.POSITIVE_INFINITY;
  }
}

function leastOf({ score, spread }: Constraint, r: number, s: number, from: number, to: number, n: number) {
  switch (spread) {
    case "ends":
      return Math.min(
        score(r * from, s * (n - from), (1 - r) * from, (1 - s) * (n - from)),
        score(r * to, s * (n - to), (1 - r) * to, (1 - s) * (n - to)),
      );
    case "cells":
      return score(r * from, s * (n - from), (1 - r) * to, (1 - s) * (n - to));
    case "odds":
      return kappaAt(r, s, r >= s ? to : from, r >= s ? from : to, n);
    case "none":
      return Number.NEGATIVE_INFINITY;
  }
}

/** Kappa is 2 (r - s) / (1 + r - s + s / o + (1 - r) o) for odds o, here with the odds of each of its terms. */
function kappaAt(r: number, s: number, rising: number, falling: number, n: number): number {
  const sooner = rising / (n - rising);
  const later = falling / (n - falling);
  return (2 * (r - s)) / (1 + r - s + s / later + (1 - r) * sooner);
}
