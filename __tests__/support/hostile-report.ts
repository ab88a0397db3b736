import type { ModelReport, Report } from "../../src/report/report.ts";
import { sampleModels, sampleReport } from "./sample-report.ts";

const FREE_TEXT = new Set([
  "id",
  "name",
  "path",
  "version",
  "because",
  "text",
  "owner",
  "metric",
  "split",
  "raw",
  "undefined",
  "notes",
  "evidence",
  "kind",
  "tool",
  "rule",
  "checked",
  "about",
  "says",
  "why",
  "fix",
  "controls",
  "escalateTo",
  "exception",
  "questions",
  "pointer",
  "before",
  "after",
  "model",
]);

/**
 * A small report with every text that can come from a repository replaced by `text`, slices and parameters too:
 * one model on hold, with findings that hold, that are open and that are settled, and one out of scope.
 */
export function hostileReport(text: string): Report {
  const { tool, ...report } = sampleReport({ models: [SMALL, sampleModels.untouched] });
  return { tool, ...(hostile(report, text, false) as Omit<Report, "tool">) };
}

const [open, holding, , blind] = sampleModels.hold.findings;
const settled = sampleModels.hold.findings.find(({ disposition }) => disposition === "accepted");
const SMALL: ModelReport = {
  ...sampleModels.hold,
  conditions: sampleModels.conditions.conditions.slice(0, 1),
  claims: sampleModels.hold.claims.slice(2, 4),
  checks: sampleModels.hold.checks.slice(0, 1),
  findings: [open, holding, blind, settled].filter((finding) => finding !== undefined),
};

function hostile(value: unknown, text: string, free: boolean): unknown {
  if (typeof value === "string") return free ? text : value;
  if (Array.isArray(value)) return value.map((item: unknown) => hostile(item, text, free));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (key === "slice" || key === "params") return [key, { [text]: text }];
      const isText = typeof inner === "string" || (Array.isArray(inner) && typeof inner[0] === "string");
      return [key, hostile(inner, text, isText && FREE_TEXT.has(key))];
    }),
  );
}
