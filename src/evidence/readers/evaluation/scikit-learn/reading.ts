import type { Fact, MetricFact } from "../../../output/fact.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { aggregatesOf } from "./aggregates.ts";
import { averageNamed, MEASURES, type Report, type ReportRow } from "./report.ts";

export const TOOL = "scikit-learn";

export function readingOf(
  reports: readonly Report[],
  warnings: readonly OutputWarning[] = [],
): OutputReading {
  return {
    kind: "output",
    output: {
      tool: TOOL,
      formatVersion: null,
      producedAt: null,
      subject: null,
      facts: reports.flatMap(factsOf),
      incomplete: reports.flatMap(shortfallsOf),
      aggregates: reports.flatMap(aggregatesOf),
      warnings,
    },
  };
}

function factsOf(report: Report): readonly Fact[] {
  const { split, slice, decimals, accuracy } = report;
  const common = { kind: "metric" as const, split, dataset: null, slice };
  const printed = decimals === null ? {} : { decimals };
  const ofRow = (row: ReportRow): readonly MetricFact[] =>
    MEASURES.map((name) => {
      const average = averageNamed(row.name);
      const params: MetricFact["params"] = average === null ? { class: row.name } : { average };
      return { ...common, name, value: row.cells[name], params, n: row.support, ...printed, at: row.at };
    });
  const overall: MetricFact[] = accuracy
    ? [
        {
          ...common,
          name: "accuracy",
          value: accuracy.value,
          params: {},
          n: accuracy.support,
          ...printed,
          at: accuracy.at,
        },
      ]
    : [];
  return [...report.classes.flatMap(ofRow), ...overall, ...report.averages.flatMap(ofRow)];
}

/** The weighted average is the last row of every report but that of samples, and is written whatever the options. */
function shortfallsOf({ classes, averages, at }: Report): readonly Shortfall[] {
  const fix = "write the report again, whole";
  if (classes.length === 0) return [{ code: "empty", says: "the report has no class", fix, at }];
  if (!averages.some(({ name }) => averageNamed(name) === "weighted")) {
    const says = "the report ends before its weighted average";
    return [{ code: "unfinished", says, fix, at }];
  }
  const rows = classes.reduce((sum, { support }) => sum + (support ?? 0), 0);
  return rows > 0 ? [] : [{ code: "empty", says: "the report is of no rows", fix, at }];
}
