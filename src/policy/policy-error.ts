import type { Problem } from "../documents/problem.ts";

/** The trusted policy or configuration is wrong: the operator's to mend, exit 2. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ at, says }) => `${at.path}:${at.line}:${at.column}: ${says}`).join("\n"));
    this.problems = problems;
  }
}
