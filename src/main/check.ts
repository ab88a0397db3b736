import { recommendationWords, scopeWords } from "../report/renderings/words.ts";
import type { Report } from "../report/report.ts";
import { type ChallengeOptions, challenged } from "./challenged.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { FORMATS, render } from "./formats.ts";
import { outputsOf, writeOutput } from "./outputs.ts";
import { tell } from "./tell.ts";

/** `check`, as the command line wrote it. */
export interface CheckOptions extends ChallengeOptions {
  readonly format?: readonly string[];
  readonly exitZero?: boolean;
}

export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const outputs = outputsOf(options.format ?? [], FORMATS, "text");
  const advisory = options.advisory ?? false;
  const answer = await challenged(paths, { ...options, advisory });
  try {
    for (const output of outputs)
      await writeOutput(output, (format, terminal) => render(answer.report, format, terminal));
  } catch (error) {
    if (answer.faults.length === 0) throw error;
    tell(...failureOf(error).lines);
  }
  if (outputs.every(({ file }) => file !== null)) tell(inOneLine(answer.report));
  return exitCode(answer, advisory || (options.exitZero ?? false));
}

/** For who asked for files alone, and would otherwise see nothing. */
function inOneLine({ recommendation, summary }: Report): string {
  return `${recommendationWords(recommendation)} (${scopeWords(summary)})`;
}
