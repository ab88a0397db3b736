/** Why a text is no expression over what it was declared to be about. */
export interface ExpressionProblem {
  readonly code: "syntax" | "unknown-name" | "type" | "too-costly" | "regular-expression";
  /** Where in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly says: string;
  readonly fix: string;
  /** A name that is not known here, and the names that are. */
  readonly unknown?: { readonly name: string; readonly among: readonly string[] };
}

/** Ends the compilation of an expression at once. */
export class Refused extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.says);
    this.problem = problem;
  }
}

export function tooCostly(offset: number, says: string): ExpressionProblem {
  return { code: "too-costly", offset, says, fix: "split it into several rules, or ask for less in one" };
}
