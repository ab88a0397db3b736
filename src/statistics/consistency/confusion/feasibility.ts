import { cannotTell, type Finding, impossible } from "../finding.ts";
import { listed, type Reported } from "../reported.ts";
import type { Resolved } from "../resolved.ts";
import { isCount } from "../whole-count.ts";
import { isEmpty } from "../window.ts";
import { type Constraint, constraintOf } from "./constraint.ts";
import { matrixWith } from "./known-positives.ts";
import { type Feasibility, type Matrix, shownMatrix } from "./matrix.ts";
import type { Steps } from "./staircase.ts";
import { matrixOf } from "./unknown-positives.ts";
import { matrixWithZeros } from "./zero-for-none.ts";

/** Scores computed before the search gives up; a million rows with known positives need fewer. */
export const STEPS = 2e7;
/** More numbers than any one report of a confusion matrix holds. */
const MOST_NUMBERS = 64;

/** What the reported numbers are of. */
export interface Rows {
  /** Rows, from 1 on. */
  readonly n: number;
  /** Rows of the positive class, from 0 to n; null when not known. */
  readonly positives: number | null;
  /** The names of the negative and the positive class; null when numbers of the positive class name none. */
  readonly classes: readonly [negative: string, positive: string] | null;
}

/** As `Feasibility`, with the numbers that an impossibility is about: none of them can be left out of it. */
export type Answer =
  | Exclude<Feasibility, { kind: "impossible" }>
  | (Extract<Feasibility, { kind: "impossible" }> & { readonly conflict: readonly Reported[] });

type Verdict = Exclude<Answer, { kind: "impossible" }> | { readonly kind: "impossible" };

/**
 * Whether one binary confusion matrix of these rows gives all the numbers together, each within the rounding
 * or cutting off of its digits (`windowOf`). A metric that is 0/0 has no value and matches no number; where
 * numbers fit only with 0 written for 0/0 the answer is cannot-tell. Exact otherwise, and never a false
 * "impossible". Source of the question: A. Fazekas, G. Kovács, "Testing the consistency of performance
 * scores reported for binary classification problems" (2024), Applied Soft Computing (mlscorecheck).
 */
export function feasibilityOf(
  rows: Rows,
  resolved: readonly Resolved[],
  steps: Steps = { left: STEPS },
): Answer {
  const { n, positives } = rows;
  if (!isCount(n) || n === 0) return { kind: "cannot-tell", reason: `${n} is no number of rows above 0` };
  if (positives !== null && !isCount(positives)) {
    return { kind: "cannot-tell", reason: `${positives} is no number of positives` };
  }
  if (positives !== null && positives > n) {
    return { kind: "impossible", because: `${n} rows cannot hold ${positives} positives`, conflict: [] };
  }
  if (resolved.length > MOST_NUMBERS) {
    return { kind: "cannot-tell", reason: `${resolved.length} numbers are too many to hold together` };
  }
  const constraints = resolved.flatMap((one) => constraintOf(one, n, rows.classes) ?? []);
  const verdict = verdictOn(rows, constraints, steps);
  if (verdict.kind !== "impossible") return verdict;
  const conflict = smallestConflict(rows, constraints, steps).map(({ reported }) => reported);
  const of = positives === null ? `${n} rows` : `${n} rows with ${positives} positives`;
  const together = conflict.length > 1 ? " together" : "";
  return {
    kind: "impossible",
    because: `no confusion matrix of ${of} gives ${listed(conflict)}${together}`,
    conflict,
  };
}

function verdictOn({ n, positives }: Rows, constraints: readonly Constraint[], steps: Steps): Verdict {
  if (!constraints.some(isEmpty)) {
    const found =
      positives === null
        ? matrixOf(n, constraints, steps)
        : matrixWith(positives, n - positives, constraints, steps);
    if (found === "spent") return tooMuch(n);
    if (found) return { kind: "possible", example: found };
  }
  const made = matrixWithZeros(n, positives, constraints, steps);
  if (made === "spent") return tooMuch(n);
  return made ? onlyWithZeros(made) : { kind: "impossible" };
}

function tooMuch(n: number): Verdict {
  return {
    kind: "cannot-tell",
    reason: `the confusion matrices of ${n} rows are too many to go through; give the number of positives, or more metrics`,
  };
}

function onlyWithZeros(made: Matrix): Verdict {
  return {
    kind: "cannot-tell",
    reason: `only ${shownMatrix(made)} would fit, where one of these metrics is 0/0 and some tools write 0; leave out what is undefined`,
  };
}

/** Numbers are left out one at a time for as long as the rest is still impossible. */
function smallestConflict(
  rows: Rows,
  constraints: readonly Constraint[],
  steps: Steps,
): readonly Constraint[] {
  let conflict = constraints;
  for (const one of constraints) {
    const rest = conflict.filter((other) => other !== one);
    if (rest.length > 0 && verdictOn(rows, rest, steps).kind === "impossible") conflict = rest;
  }
  return conflict;
}

/** The finding that such an answer is. */
export function unlessPossible(
  answer: Exclude<Answer, { kind: "possible" }>,
  about: readonly Reported[],
): Finding {
  return answer.kind === "impossible"
    ? impossible(answer.conflict, answer.because)
    : cannotTell(about, answer.reason);
}
