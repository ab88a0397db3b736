import type { Problem } from "../documents/problem.ts";
import { SetupError } from "../github/setup-error.ts";
import type { Fault } from "../judgement/judge.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { escapeTerminal } from "../report/escape/terminal.ts";
import { WorkspaceError } from "../workspace/error.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./usage-error.ts";

export interface Failure {
  readonly code: ExitCode;
  readonly lines: readonly string[];
}

/** What to tell the operator of an error that stopped the run. It may quote the repository, so each line is escaped. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PolicyError) {
    const lines = error.problems.flatMap(({ at, says, fix, excerpt }) => [
      escapeTerminal(`${at.path}:${at.line}:${at.column}: ${says}`),
      ...(excerpt ? caretLines(excerpt) : []),
      fixLine(fix),
    ]);
    return { code: EXIT.usage, lines };
  }
  if (error instanceof SetupError) return { code: EXIT.usage, lines: [escapeTerminal(error.message)] };
  if (error instanceof UsageError || error instanceof WorkspaceError) {
    return { code: EXIT.usage, lines: [escapeTerminal(error.message), fixLine(error.fix)] };
  }
  const says = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trace = process.env.EFFECTIVE_CHALLENGE_TRACE && error instanceof Error ? [error.stack ?? ""] : [];
  return {
    code: EXIT.fault,
    lines: [
      `a fault of ours: ${escapeTerminal(says)}`,
      ...trace,
      "  set EFFECTIVE_CHALLENGE_TRACE=1 for the trace, and please report it",
    ],
  };
}

/** One line for a rule that failed on a model. */
export function faultLine({ rule, model, cause }: Fault): string {
  return escapeTerminal(`a fault of ours in ${rule} on ${model}: ${String(cause)}`);
}

const BEFORE_CARET = 60;
const AFTER_CARET = 40;

/** The line of an expression and a caret under the place; of a long line, what is around it. */
function caretLines({ line, column }: NonNullable<Problem["excerpt"]>): string[] {
  const from = Math.max(0, column - 1 - BEFORE_CARET);
  const around = line.slice(from, column - 1 + AFTER_CARET).replaceAll("\t", " ");
  const marked = `${around.slice(0, column - 1 - from)}|`;
  return [`    ${escapeTerminal(around)}`, `    ${" ".repeat(escapeTerminal(marked).length - 1)}^`];
}

function fixLine(fix: string): string {
  return `  fix: ${escapeTerminal(fix)}`;
}
