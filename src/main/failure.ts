import { SetupError } from "../github/setup-error.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { WorkspaceError } from "../workspace/error.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./usage-error.ts";

export interface Failure {
  readonly code: ExitCode;
  readonly lines: readonly string[];
}

/** What to tell the operator of an error that stopped the run. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PolicyError) {
    const lines = error.problems.map(
      ({ at, says, fix }) => `${at.path}:${at.line}:${at.column}: ${says}\n  fix: ${fix}`,
    );
    return { code: EXIT.usage, lines };
  }
  if (error instanceof SetupError) return { code: EXIT.usage, lines: [error.message] };
  if (error instanceof UsageError || error instanceof WorkspaceError) {
    return { code: EXIT.usage, lines: [`${error.message}\n  fix: ${error.fix}`] };
  }
  const says = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trace = process.env.EFFECTIVE_CHALLENGE_TRACE && error instanceof Error ? [error.stack ?? ""] : [];
  return {
    code: EXIT.fault,
    lines: [
      `a fault of ours: ${says}`,
      ...trace,
      "  set EFFECTIVE_CHALLENGE_TRACE=1 for the trace, and please report it",
    ],
  };
}
