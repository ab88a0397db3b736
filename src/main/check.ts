import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { challenge } from "../gate.ts";
import { LIFECYCLES } from "../inventory/vocabulary.ts";
import { recommendationWords, scopeWords } from "../report/renderings/words.ts";
import type { Report } from "../report/report.ts";
import { systemReason } from "../workspace/disk-file.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { failureOf, faultLine } from "./failure.ts";
import { type Output, parseFormat, render } from "./formats.ts";
import { openGround } from "./ground.ts";
import { noSuchModel } from "./no-such-model.ts";
import { nothingToJudge } from "./nothing.ts";
import { oneOf } from "./one-of.ts";
import { version } from "./package.ts";
import { progressOn } from "./progress.ts";
import { shippedPolicies } from "./shipped-policies.ts";
import { ON_PAPER, print, terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** `check`, as the command line wrote it. */
export interface CheckOptions {
  readonly base?: string;
  readonly model?: string;
  readonly stage?: string;
  readonly asOf?: string;
  readonly format?: readonly string[];
  readonly advisory?: boolean;
  readonly exitZero?: boolean;
}

export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const outputs = outputsOf(options.format ?? []);
  const stage = options.stage === undefined ? null : oneOf("stage", options.stage, LIFECYCLES);
  const asOf = dateOf(options.asOf);
  const ground = await openGround(paths.length > 0 ? paths : ["."], async (repository) => {
    if (options.base === undefined) return { base: null, head: null };
    if (!repository)
      throw new UsageError("--base needs a git repository, and here is none", "run it inside the repository");
    return { base: await repository.commitNamed(options.base), head: null };
  });
  const progress = progressOn(process.stderr);
  try {
    const { head, base, commit, scope } = ground;
    const advisory = options.advisory ?? false;
    const model = options.model ?? null;
    const request = { head, base, commit, scope, model, stage, asOf, advisory };
    const answer = await challenge({
      ...request,
      shipped: await shippedPolicies(),
      version: version(),
      progress: progress.show,
    });
    progress.clear();
    if (model !== null && answer.report.models.length === 0) throw noSuchModel(model, answer.known);
    if (answer.report.models.length === 0) process.stderr.write(nothingToJudge(scope));
    for (const fault of answer.faults) tell(faultLine(fault));
    try {
      for (const output of outputs) await write(output, answer.report);
    } catch (error) {
      if (answer.faults.length === 0) throw error;
      tell(...failureOf(error).lines);
    }
    if (outputs.every(({ file }) => file !== null)) tell(inOneLine(answer.report));
    return exitCode(answer, advisory || (options.exitZero ?? false));
  } finally {
    progress.clear();
    ground.repository?.close();
  }
}

function tell(...lines: readonly string[]): void {
  process.stderr.write(`effective-challenge: ${lines.join("\n")}\n`);
}

/** For who asked for files alone, and would otherwise see nothing. */
function inOneLine({ recommendation, summary }: Report): string {
  return `${recommendationWords(recommendation)} (${scopeWords(summary)})`;
}

async function write({ format, file }: Output, report: Report): Promise<void> {
  if (file === null) return print(await render(report, format, terminal()));
  const text = await render(report, format, ON_PAPER);
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new UsageError(
      `${file} cannot be written: ${systemReason(cause)}`,
      "name a file in a folder that exists",
    );
  }
}

function outputsOf(written: readonly string[]): readonly Output[] {
  const outputs = written.map(parseFormat);
  if (outputs.filter(({ file }) => file === null).length > 1) {
    throw new UsageError(
      "two formats want the standard output",
      "give all but one a file: --format json=report.json",
    );
  }
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`two formats want the file ${relative(".", twice)}`, "give each a file of its own");
  return outputs.length > 0 ? outputs : [{ format: "text", file: null }];
}

/** Today in UTC, unless an auditor asks as of another day. */
function dateOf(written: string | undefined): string {
  if (written === undefined) return new Date().toISOString().slice(0, 10);
  const time = Date.parse(`${written}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(written);
  if (!real)
    throw new UsageError(`--as-of ${written} is no date`, "write a day of the calendar as YYYY-MM-DD");
  return written;
}
