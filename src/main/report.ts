import { coverageOf } from "../report/coverage/cover.ts";
import type { Coverage } from "../report/coverage/coverage.ts";
import { FRAMEWORKS } from "../report/coverage/frameworks.ts";
import type { TextOptions } from "../report/renderings/text.ts";
import type { Report } from "../report/report.ts";
import { RULES } from "../rules/catalogue.ts";
import { type ChallengeOptions, challenged } from "./challenged.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { oneOf } from "./one-of.ts";
import { outputsOf, writeOutput } from "./outputs.ts";
import { shippedControls } from "./shipped-controls.ts";
import { storedReport } from "./stored-report.ts";
import { UsageError } from "./usage-error.ts";

export const COVERAGE_FORMATS = ["text", "json", "markdown"] as const;

/** `report`, as the command line wrote it. */
export interface ReportOptions extends ChallengeOptions {
  readonly framework: string;
  readonly from?: string;
  readonly format?: readonly string[];
}

/** Shows what a run, or a stored report of one, checked of a framework's items. It judges nothing. */
export async function report(paths: readonly string[], options: ReportOptions): Promise<ExitCode> {
  const framework = oneOf("framework", options.framework, FRAMEWORKS);
  const outputs = outputsOf(options.format ?? [], COVERAGE_FORMATS, "text");
  const { report, faults } = await reported(paths, options);
  const coverage = coverageOf(report, await shippedControls(), framework, RULES);
  for (const output of outputs)
    await writeOutput(output, (format, terminal) => rendered(coverage, format, terminal));
  if (faults > 0) return EXIT.fault;
  return report.models.length === 0 ? EXIT.nothing : EXIT.fine;
}

async function reported(
  paths: readonly string[],
  { framework: _, from, format: __, ...options }: ReportOptions,
): Promise<{ readonly report: Report; readonly faults: number }> {
  if (from === undefined) {
    const { report, faults } = await challenged(paths, options);
    return { report, faults: faults.length };
  }
  const [other] = Object.keys(options);
  if (paths.length > 0 || other !== undefined) {
    throw new UsageError(
      "--from shows a report that is already made, and takes neither a PATH nor what a new run would be told",
      other === undefined ? "leave out the PATH, or --from" : "leave out the other options, or --from",
    );
  }
  return { report: await storedReport(from), faults: 0 };
}

async function rendered(
  coverage: Coverage,
  format: (typeof COVERAGE_FORMATS)[number],
  terminal: TextOptions,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../report/coverage/text.ts")).coverageText(coverage, terminal);
    case "json":
      return (await import("../report/coverage/json.ts")).coverageJson(coverage);
    case "markdown":
      return (await import("../report/coverage/markdown.ts")).coverageMarkdown(coverage);
  }
}
