import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { Page } from "../renderings/text/page.ts";
import { ends, figure, metricName, name } from "./figures.ts";
import { fitting, grid, heading, left, remarks, right } from "./grid.ts";
import { isCount, reasons } from "./metrics-text.ts";

/** The confusion matrix, and each class of several alone. */
export function classesText(analysis: Analysis, page: Page): readonly string[] {
  return [...confusion(analysis, page), ...byClass(analysis, page)];
}

function confusion({ metrics, classes }: Analysis, page: Page): readonly string[] {
  const cells = metrics.filter(({ metric }) => metric === "confusion_matrix");
  if (cells.length === 0) return [];
  const named = [...new Set(cells.flatMap(({ parameters }) => parameters.actual ?? []))];
  const rows = named.map((actual) => [
    name(actual),
    ...cells.filter(({ parameters }) => parameters.actual === actual).map(({ value }) => count(value)),
  ]);
  const lines = fitting([left("truth"), ...named.map((of) => right(`as ${name(of)}`))], rows, page);
  const wide = [`The matrix of ${classes.length} classes is too wide to show; --format json has it.`];
  return [...heading("Confusion matrix", page), ...(lines ?? remarks(wide, page))];
}

function count(value: number | null): string {
  return value !== null && Number.isSafeInteger(value) ? String(value) : figure(value);
}

const SHOWN: ReadonlySet<string> = new Set([
  "precision",
  "recall",
  "f1",
  "roc_auc_ovr",
  "roc_auc",
  "average_precision",
]);

function byClass({ metrics, classes, task }: Analysis, page: Page): readonly string[] {
  if (task !== "multiclass" && task !== "multilabel") return [];
  const rows = metrics.filter(({ metric, parameters }) => !isCount(metric) && parameters.class !== undefined);
  const shown = rows.filter(({ metric }) => SHOWN.has(metric));
  if (shown.length === 0) return [];
  const titles = [...new Set(shown.map(({ metric }) => metric))];
  const support = metrics.filter(({ metric }) => metric === "support");
  const lines = classes.map((of) => [
    name(of),
    ...support.flatMap(({ parameters, value }) => (parameters.class === of ? count(value) : [])),
    ...titles.map((title) => {
      const row = shown.find(({ metric, parameters }) => metric === title && parameters.class === of);
      return `${figure(row?.value ?? null)} ${ends(row?.interval ?? null)}`;
    }),
  ]);
  const columns = [
    left(task === "multilabel" ? "label" : "class"),
    ...(support.length > 0 ? [right("rows")] : []),
    ...titles.map((title) => left(metricName(title, {}))),
  ];
  return [
    ...heading(task === "multilabel" ? "By label" : "By class", page),
    ...grid(columns, lines, page),
    ...remarks(reasons(shown), page),
  ];
}
