import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { FileFacts } from "../../measurement/analysis/population.ts";
import type { BootstrapFacts } from "../../measurement/analysis/resampled.ts";
import { withoutCommands } from "../escape/commands.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import { calibrationText } from "./calibration-text.ts";
import { changesText } from "./changes-text.ts";
import { classesText } from "./classes-text.ts";
import { comparisonText } from "./comparison-text.ts";
import { name } from "./figures.ts";
import { remarks } from "./grid.ts";
import { metricsText } from "./metrics-text.ts";
import { plotsText } from "./plots.ts";
import { segmentsText } from "./segments-text.ts";

/** The analysis for a terminal: what was measured on what, then section by section. */
export function analysisText(
  analysis: Analysis,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const lines = [
    ...about(analysis, page),
    ...remarks(
      analysis.notes.map((note) => escapeTerminal(note)),
      page,
    ),
    ...metricsText(analysis, page),
    ...classesText(analysis, page),
    ...calibrationText(analysis, page),
    ...plotsText(analysis.curves, page),
    ...segmentsText(analysis, page),
    ...changesText(analysis, page),
    ...comparisonText(analysis, page),
  ];
  // Each text was escaped alone; two colons can still meet where one text ends and our own begins.
  return `${lines.map(withoutCommands).join("\n")}\n`;
}

function about(analysis: Analysis, page: Page): readonly string[] {
  const { tool, file, reference, bootstrap } = analysis;
  const facts = [
    `${tool.name} ${tool.version}`,
    ...fileFacts(file),
    ...(reference === null ? [] : referenceFacts(reference)),
  ];
  const how = [...roles(analysis), ...(bootstrap === null ? [] : [drawing(bootstrap)])];
  return [facts, how].flatMap((line) =>
    hang("", dotted(line.map((fact) => escapeTerminal(fact, 200))), page.width, page.style.faint),
  );
}

function drawing({ replicates, entity, stratified, seed }: BootstrapFacts): string {
  const together = entity === null ? "rows" : `rows by "${name(entity)}"`;
  const rows = stratified ? `${together}, each class apart` : together;
  const policy = seed.policy === "" ? "" : ` and "${name(seed.policy)}"`;
  return `bootstrap of ${grouped(replicates)} draws of ${rows}, seeded by the file's SHA-256${policy}`;
}

function fileFacts({ path, rows, lines, sha256 }: FileFacts): readonly string[] {
  const counted = lines === null ? "" : ` in ${grouped(lines)} lines`;
  return [path, `${grouped(rows)} rows${counted}`, `sha256 ${sha256.slice(0, 12)}`];
}

function referenceFacts(reference: FileFacts): readonly string[] {
  const [path, ...others] = fileFacts(reference);
  return [`reference ${path}`, ...others];
}

function roles({ task, columns, positive, threshold }: Analysis): readonly string[] {
  const { label, labels, prediction, predictions, score, scores, weight, count } = columns;
  const several = Object.keys(labels).length;
  const decision =
    threshold !== null
      ? `decided at score ≥ ${threshold}`
      : prediction !== null
        ? `prediction "${name(prediction)}"`
        : Object.keys(predictions).length > 0
          ? "predictions of labels"
          : null;
  return [
    task,
    label === null
      ? `${several} ${several === 1 ? "label" : "labels"}`
      : `label "${name(label)}"${positive === null ? "" : `, positive class ${name(positive)}`}`,
    score === null ? null : `score "${name(score)}"`,
    Object.keys(scores).length === 0
      ? null
      : `scores of ${Object.keys(scores).length} ${several > 0 ? "labels" : "classes"}`,
    decision,
    weight === null ? null : `weight "${name(weight)}"`,
    count === null ? null : `count "${name(count)}"`,
  ].filter((fact) => fact !== null);
}
