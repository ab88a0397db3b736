import { analyse } from "../measurement/analysis/analyse.ts";
import type { FileProblem } from "../measurement/analysis/flaws.ts";
import { escapeTerminal } from "../report/escape/terminal.ts";
import { type MetricsOptions, requestOf } from "./analysis-request.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { oneOf } from "./one-of.ts";
import { version } from "./package.ts";
import { readPredictions } from "./predictions-file.ts";
import { print, terminal } from "./terminal.ts";

const FORMATS = ["text", "json"] as const;

/** Measures one file of predictions, and prints what it says. */
export async function metrics(path: string, options: MetricsOptions): Promise<ExitCode> {
  const format = oneOf("format", options.format ?? "text", FORMATS);
  const request = requestOf(options);
  const current = await readPredictions(path, request, "every column");
  if ("says" in current) return unmeasured([current]);
  const reference =
    options.reference === undefined ? null : await readPredictions(options.reference, request, "what it has");
  if (reference !== null && "says" in reference) return unmeasured([reference]);
  const analysis = analyse({ current, reference }, request, version());
  if (!("schema" in analysis)) return unmeasured(analysis);
  if (format === "json") await print((await import("../report/analysis/json.ts")).analysisJson(analysis));
  else {
    const { analysisText } = await import("../report/analysis/text.ts");
    await print(analysisText(analysis, terminal()));
  }
  return EXIT.fine;
}

/** The file is at fault, as a model on hold is: the same exit code. */
function unmeasured(problems: readonly FileProblem[]): ExitCode {
  for (const { path, line, says, fix } of problems) {
    const place = line === null ? path : `${path}:${line}`;
    process.stderr.write(
      `effective-challenge: ${escapeTerminal(`${place}: ${says}`)}\n  fix: ${escapeTerminal(fix)}\n`,
    );
  }
  return EXIT.hold;
}
