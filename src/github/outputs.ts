import { setOutput } from "@actions/core";
import { holds } from "../report/renderings/order.ts";
import type { FindingReport, Report } from "../report/report.ts";
import { type Degradation, unlistedModels } from "./degradation.ts";
import type { SavedFiles } from "./files.ts";

/** A job's outputs together may hold 1 MiB, counted in UTF-16. */
const MODELS_CHARACTERS = 256 * 1024;

/** Sets the outputs that action.yml documents. */
export function setOutputs(report: Report, files: SavedFiles): Degradation | null {
  const judged = report.models.filter((model) => model.inScope);
  const open = judged.flatMap((model) => model.findings).filter(isOpen);
  const models = JSON.stringify(
    judged.map(({ id, recommendation, tier }) => ({ id, recommendation, tier: tier.effective })),
  );
  const tooLong = models.length > MODELS_CHARACTERS;
  setOutput("recommendation", report.recommendation ?? "");
  setOutput("models", tooLong ? "" : models);
  setOutput("findings", open.length);
  setOutput("blocking", open.filter(holds).length);
  setOutput("report", files.report);
  setOutput("sarif", files.sarif ?? "");
  return tooLong ? unlistedModels() : null;
}

function isOpen(finding: FindingReport): boolean {
  return finding.disposition === "open";
}
