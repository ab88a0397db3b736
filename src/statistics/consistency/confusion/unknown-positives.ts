import type { Constraint } from "./constraint.ts";
import { type Found, matrixWith } from "./known-positives.ts";
import { isRuledOut } from "./prevalence-range.ts";
import type { Steps } from "./staircase.ts";

/** Ranges no longer than this are gone through one by one. */
const SHORT = 8;

/**
 * A matrix of n rows, of any number of positives, that gives every number; null when there is none, "spent"
 * when the steps ran out. Ranges of positives are ruled out as a whole where they can be, else their middle is
 * tried and they are halved; widest first, so that a matrix is found early if there are many.
 */
export function matrixOf(n: number, constraints: readonly Constraint[], steps: Steps): Found {
  const alone = matrixWith(0, n, constraints, steps) ?? matrixWith(n, 0, constraints, steps);
  if (alone) return alone;
  const ranges: (readonly [from: number, to: number])[] = [[1, n - 1]];
  for (let next = 0; next < ranges.length; next++) {
    const [from, to] = ranges[next]!;
    if (to - from >= SHORT && isRuledOut(from, to, n, constraints, steps)) continue;
    const middle = Math.floor((from + to) / 2);
    const few = to - from < SHORT;
    for (let positives = few ? from : middle; positives <= (few ? to : middle); positives++) {
      const found = matrixWith(positives, n - positives, constraints, steps);
      if (found) return found;
    }
    if (steps.left < 0) return "spent";
    if (!few) ranges.push([from, middle - 1], [middle + 1, to]);
  }
  return null;
}
