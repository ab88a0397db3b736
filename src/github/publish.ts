import { warning } from "@actions/core";
import { renderJson } from "../report/renderings/json.ts";
import { renderMarkdown } from "../report/renderings/markdown.ts";
import { renderSarif } from "../report/renderings/sarif.ts";
import type { Report } from "../report/report.ts";
import { describeRules } from "../rules/describe.ts";
import { printAnnotations } from "./annotations.ts";
import type { Change } from "./change.ts";
import type { Degradation } from "./degradation.ts";
import { commentOn } from "./discussion.ts";
import type { Environment } from "./environment.ts";
import { defaultReport, type SavedFiles, saveFile } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import { setOutputs } from "./outputs.ts";
import { pagesOf } from "./pages.ts";
import type { Pause } from "./retry.ts";
import { SUMMARY_BYTES, writeSummary } from "./summary.ts";

export interface Run {
  readonly change: Change;
  readonly env: Environment;
  /** How to wait before a retry; the clock when left out. */
  readonly pause?: Pause;
}

/**
 * Shows the report everywhere the workflow asked for, and answers with what could not be shown, each
 * printed as a warning. Nothing here changes the recommendation.
 * @throws SetupError when a file that an input names cannot be written.
 */
export async function publish(report: Report, run: Run, inputs: Inputs): Promise<readonly Degradation[]> {
  const files = await saveFiles(report, run.env, inputs);
  const degradations = [
    setOutputs(report, files),
    inputs.summary ? await summarise(report, run) : null,
    inputs.comment ? await commentOn(report, run, inputs) : null,
  ].filter((degradation) => degradation !== null);
  for (const { says, fix } of degradations) warning(`${says} ${fix}`);
  if (inputs.annotations) printAnnotations(report, degradations.length);
  return degradations;
}

async function saveFiles(report: Report, env: Environment, inputs: Inputs): Promise<SavedFiles> {
  const path = inputs.report ?? defaultReport(env);
  return {
    report: await saveFile(env, "report", path, renderJson(report)),
    sarif: inputs.sarif && (await saveFile(env, "sarif", inputs.sarif, renderSarif(report, describeRules()))),
  };
}

function summarise(report: Report, { change, env }: Run): Promise<Degradation | null> {
  return writeSummary(env, renderMarkdown(report, { limit: SUMMARY_BYTES, repository: pagesOf(change) }));
}
