import type { MetricFact } from "../../../output/fact.ts";
import type { OutputWarning, ToolOutput } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import type { ReadRows } from "./rows.ts";
import type { Summary } from "./summary.ts";

/** No file of ragas names its version, its time or its models. */
const SILENT = { tool: "ragas", formatVersion: null, producedAt: null, subject: null } as const;

/** Rows, with the summary that stood beside them where one did. */
export function resultOfRows({ scores, unknown, rounding }: ReadRows, summary: Summary = []): OutputReading {
  const output: ToolOutput = {
    ...SILENT,
    facts: scores.facts,
    incomplete: scores.shortfalls,
    aggregates: scores.aggregates(summary, rounding),
    warnings: passedOver(unknown, scores.at),
  };
  return { kind: "output", output };
}

/** A summary alone, which nothing can be held against. */
export function resultOfSummary(summary: Summary): OutputReading {
  const because = "its rows are not in the file; keep `to_pandas().to_csv(…)` in a folder with it";
  const unscored = summary.filter(({ value }) => value === null);
  const [first] = unscored;
  const output: ToolOutput = {
    ...SILENT,
    facts: summary.map(
      ({ metric, value, rounded, at }): MetricFact => ({
        kind: "metric",
        name: metric,
        value,
        split: null,
        dataset: null,
        slice: {},
        params: {},
        n: null,
        ...(rounded > 0 ? { decimals: 4 } : {}),
        at,
      }),
    ),
    incomplete: first
      ? [
          {
            code: "errors",
            says: `no row was scored by ${unscored.map(({ metric }) => metric).join(" and ")}`,
            fix: "run `evaluate` with `raise_exceptions=True`, until every row is scored",
            at: first.at,
          },
        ]
      : [],
    aggregates: summary.flatMap(({ metric, value, at }) =>
      value === null
        ? []
        : [{ name: metric, stated: value, recomputed: null, because, tolerance: 0, rows: 0, at }],
    ),
    warnings: [],
  };
  return { kind: "output", output };
}

const SHOWN = 4;

function passedOver(unknown: readonly string[], at: OutputWarning["at"]): OutputWarning[] {
  if (unknown.length === 0) return [];
  const names = unknown.slice(0, SHOWN).map((name) => `"${name.slice(0, 100)}"`);
  const more = unknown.length > SHOWN ? " and others" : "";
  const says = `columns that are no metric of ragas were passed over: ${names.join(", ")}${more}`;
  return [{ code: "columns-passed-over", says, at }];
}
