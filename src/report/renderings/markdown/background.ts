import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdown, escapeMarkdownCellCode } from "../../escape/markdown.ts";
import type { CheckReport, EvidenceReport, MeasurementReport, ModelReport } from "../../report.ts";
import { claimPlace } from "../claim-place.ts";
import { formatInterval, formatValue } from "../quantity.ts";
import { count } from "../words.ts";
import { blocks, type Column, fold, table } from "./blocks.ts";
import type { Page } from "./page.ts";

const PLACES = 3;

/** What was checked, shown and measured, each folded. */
export function backgroundMarkdown(model: ModelReport, { detail }: Page): string {
  return blocks([
    detail.checks ? folded(count(model.checks.length, "check"), CHECKS, model.checks) : null,
    detail.checks
      ? folded(`${count(model.evidence.length, "file")} of evidence`, evidenceColumns(model), model.evidence)
      : null,
    detail.measurements
      ? folded(count(model.measurements.length, "measurement"), MEASUREMENTS, model.measurements)
      : null,
  ]);
}

function folded<Row>(summary: string, columns: readonly Column<Row>[], rows: readonly Row[]): string | null {
  return rows.length === 0 ? null : fold(summary, table(columns, rows));
}

const CHECKS: readonly Column<CheckReport>[] = [
  { title: "Rule", cell: (check) => escapeMarkdownCellCode(check.rule, 100) },
  { title: "Outcome", cell: (check) => check.outcome.replaceAll("-", " ") },
  { title: "Checked", cell: (check) => escapeMarkdown(check.checked.join("; "), 300) },
  { title: "Controls", cell: (check) => escapeMarkdown(check.controls.join(", "), 100) },
];

const EVIDENCE: readonly [Column<EvidenceReport>, Column<EvidenceReport>, ...Column<EvidenceReport>[]] = [
  { title: "Evidence", cell: (evidence) => escapeMarkdownCellCode(evidence.path, 200) },
  { title: "Kind", cell: (evidence) => escapeMarkdown(evidence.kind, 60) },
  { title: "Origin", cell: (evidence) => evidence.origin },
  { title: "SHA-256", cell: ({ sha256 }) => (sha256 === null ? "–" : escapeMarkdownCellCode(sha256, 64)) },
];

const TOOL: Column<EvidenceReport> = {
  title: "Tool",
  cell: ({ tool }) => (tool === null ? "–" : escapeMarkdown(tool, 60)),
};

const WRITTEN: Column<EvidenceReport> = {
  title: "Written",
  cell: ({ producedAt }) => (producedAt === null ? "–" : escapeMarkdown(producedAt.slice(0, 10), 10)),
};

/** Most models have tables alone, which no tool is known to have written. */
function evidenceColumns({ evidence }: ModelReport): readonly Column<EvidenceReport>[] {
  const [path, kind, ...others] = EVIDENCE;
  const tools = evidence.some(({ tool }) => tool !== null) ? [TOOL, WRITTEN] : [];
  return [path, kind, ...tools, ...others];
}

const MEASUREMENTS: readonly Column<MeasurementReport>[] = [
  { title: "Metric", cell: (measurement) => escapeMarkdownCellCode(measurement.metric, 60) },
  { title: "On", cell: (measurement) => escapeMarkdown(claimPlace(measurement), 120) },
  {
    title: "Value",
    align: "right",
    cell: ({ value, undefined: because }) =>
      value === null ? escapeMarkdown(because ?? "undefined", 120) : formatValue(value, PLACES),
  },
  { title: "Interval", cell: ({ interval }) => (interval === null ? "–" : formatInterval(interval, PLACES)) },
  { title: "n", align: "right", cell: ({ n }) => (n === null ? "–" : grouped(n)) },
];
