import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { MetricRow } from "../../measurement/analysis/metrics.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { ends, figure, level, metricName } from "./figures.ts";
import { grid, heading, left, remarks, right } from "./grid.ts";

/** The metrics of all rows; counts and single classes have tables of their own. */
export function metricsText(analysis: Analysis, page: Page): readonly string[] {
  const { metrics, notMeasured, bootstrap, confidence } = analysis;
  const rows = metrics.filter(({ metric, parameters }) => !isCount(metric) && parameters.class === undefined);
  const share = level(confidence);
  const columns = [
    left("metric"),
    right("value"),
    left(`${share} interval`),
    left("method"),
    ...(bootstrap ? [left("BCa bootstrap")] : []),
    right("n"),
  ];
  const lines = rows.map((row) => [
    metricName(row.metric, row.parameters),
    figure(row.value),
    ends(row.interval),
    row.interval?.method ?? "",
    ...(bootstrap ? [ends(row.bootstrap?.value ?? null)] : []),
    grouped(row.n),
  ]);
  const missing = notMeasured.map(
    ({ metrics: names, needs }) => `Not measured without ${needs}: ${names.join(", ")}.`,
  );
  return [
    ...heading("Metrics", page),
    ...grid(columns, lines, page),
    ...remarks([...reasons(rows), ...missing], page),
    ...needed(analysis, page),
  ];
}

/** The rows that the headline rates would need. */
function needed({ rowsNeeded, confidence }: Analysis, page: Page): readonly string[] {
  const [first] = rowsNeeded;
  if (first === undefined) return [];
  const columns = [left(`to know within ±${first.halfWidth}`), right("has"), right("needs"), left("of")];
  const lines = rowsNeeded.map(({ metric, has, needs, of }) => [metric, grouped(has), grouped(needs), of]);
  const says = `Rows for a ${level(confidence)} interval that reaches so far to either side, were the rate what it is here.`;
  return ["", ...grid(columns, lines, page), ...remarks([says], page)];
}

export function isCount(metric: string): boolean {
  return metric === "confusion_matrix" || metric === "support";
}

/** Why what is undefined is, and why there is no bootstrap interval. */
export function reasons(rows: readonly MetricRow[], where = ""): readonly string[] {
  return rows.flatMap(({ metric, parameters, undefined: why, bootstrap }) => {
    const about = `${metricName(metric, parameters)}${where}`;
    if (why !== null) return `${about}: undefined, ${escapeTerminal(why)}`;
    const none = bootstrap?.undefined ?? null;
    return none === null ? [] : `${about}: no bootstrap interval, ${escapeTerminal(none)}`;
  });
}
