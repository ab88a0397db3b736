import { mapping, scalar } from "../../../documents/build.ts";
import { type ClaimFields, claimOf } from "../claim-entry.ts";
import { metricLabel } from "../label.ts";
import { averageAt } from "../metric-words.ts";
import type { Prose } from "../prose.ts";
import { isPlausible } from "../reported.ts";
import { splitIn } from "../split-value.ts";
import { type Column, normal } from "./columns.ts";
import { type Context, inContext } from "./context.ts";
import { cellText, cellValue, type Grid } from "./grid.ts";
import { isDisowned, ownLabel } from "./rows.ts";

type Row = readonly Prose[];

const WHOLE = /^(overall|all|total|entire|everyone|global|full|overall average|all data|all groups)$/;

/** One metric in each column; the columns before them say of each row which split, class, group or model it is. */
export function* metricPerColumn(
  grid: Grid,
  columns: readonly Column[],
  context: Context,
): Generator<ClaimFields> {
  const models = columns.findIndex(({ role }) => role === "model");
  const own = models < 0 ? null : ownLabel(grid.rows, models, context.self);
  if (models >= 0 && own === null) return;
  for (const row of grid.rows) {
    if (models >= 0 && normal(row[models]!) !== own) continue;
    if (isDisowned(row)) continue;
    const about = aboutRow(row, columns);
    if (about === "accuracy") yield* accuracyRow(row, columns, context);
    else if (about) yield* cells(row, columns, about, context);
  }
}

function* cells(
  row: Row,
  columns: readonly Column[],
  about: Partial<ClaimFields>,
  context: Context,
): Generator<ClaimFields> {
  for (const [index, column] of columns.entries()) {
    const reported = cellValue(row[index]);
    if (!reported) continue;
    if (column.role === "n" && about.class) yield* support(row, columns, index, about, context);
    if (column.role !== "metric" || !isPlausible(column.label.metric.kind, reported, column.label.percent))
      continue;
    const claim = claimOf(column.label, reported);
    yield inContext({ ...claim, ...given(about), n: claim.n ?? about.n ?? null }, context);
  }
}

function given(about: Partial<ClaimFields>): Partial<ClaimFields> {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value != null));
}

/** What the labels of a row say of its numbers; null when they cannot be told, "accuracy" for a report's own row. */
function aboutRow(row: Row, columns: readonly Column[]): Partial<ClaimFields> | "accuracy" | null {
  let about: Partial<ClaimFields> = {};
  for (const [index, column] of columns.entries()) {
    const cell = row[index];
    if (!cell || cell.tokens.length === 0) continue;
    const said = saidBy(column, cell);
    if (said === null || said === "accuracy") return said;
    about = { ...about, ...said };
  }
  return about;
}

function saidBy(column: Column, cell: Prose): Partial<ClaimFields> | "accuracy" | null {
  const name = cellText(cell);
  if (!name) return {};
  switch (column.role) {
    case "split":
    case "dataset":
      return splitOrDataset(column.role, cell);
    case "class":
      return classRow(cell);
    case "slice":
      if (WHOLE.test(normal(cell))) return {};
      return column.attribute === "" ? null : { slice: sliceOf(column.attribute, cell) };
    case "threshold":
      return cellValue(cell) ? { threshold: cellValue(cell)!.value } : null;
    case "k":
      return cellValue(cell) ? { k: cellValue(cell)!.value } : null;
    case "n":
      return /^[\d,]+$/.test(name.raw) ? { n: cellValue(cell)?.value ?? null } : {};
    case "metric":
    case "model":
    case "interval":
    case "ignored":
    case "log":
      return {};
  }
}

function splitOrDataset(role: "split" | "dataset", cell: Prose): Partial<ClaimFields> | null {
  const split = splitIn(cell);
  if (split) return { split };
  const name = cellText(cell);
  if (!name || WHOLE.test(normal(cell))) return null;
  return { [role]: name };
}

function classRow(cell: Prose): Partial<ClaimFields> | "accuracy" | null {
  const average = averageAt(cell.tokens, 0);
  const name = cellText(cell)!;
  if (average)
    return average.length >= normal(cell).split(" ").length
      ? { average: scalar(average.means, name.at, name.raw) }
      : null;
  if (metricLabel(cell))
    return metricLabel(cell)!.metric.name.toLowerCase() === "accuracy" ? "accuracy" : null;
  return WHOLE.test(normal(cell)) ? {} : { class: name };
}

/** "female", or "sex = female" and "Sex: Female", which name their attribute themselves. */
function sliceOf(attribute: string, cell: Prose): NonNullable<ClaimFields["slice"]> {
  const equals = cell.tokens.findIndex(({ text }) => text === "=" || text === ":");
  const name = cellText(cell)!;
  if (equals < 1 || equals === cell.tokens.length - 1) return mapping([[attribute, name]], name.at);
  const [key, group] = [cell.tokens.slice(0, equals), cell.tokens.slice(equals + 1)];
  const text = cell.text.slice(group[0]!.start, group.at(-1)!.end);
  const value = scalar(text, cell.at(group[0]!.start), text);
  return mapping([[cell.text.slice(key[0]!.start, key.at(-1)!.end), value]], name.at);
}

/** The "accuracy" row of a report has its one number in the last of the metrics' columns. */
function* accuracyRow(row: Row, columns: readonly Column[], context: Context): Generator<ClaimFields> {
  const label = row.map((cell) => metricLabel(cell)).find((found) => found !== null);
  const values = columns.flatMap(({ role }, index) => (role === "metric" ? [cellValue(row[index])] : []));
  const numbers = values.filter((value) => value !== null);
  const reported = numbers.at(-1);
  if (!label || !reported || numbers.some(({ number }) => number !== reported.number)) return;
  if (isPlausible("share", reported)) yield inContext(claimOf(label, reported), context);
}

function* support(
  row: Row,
  columns: readonly Column[],
  index: number,
  about: Partial<ClaimFields>,
  context: Context,
) {
  const reported = cellValue(row[index])!;
  const isReport = columns.filter(({ role }) => role === "metric").length >= 2;
  if (!isReport || !/^[\d,]+$/.test(reported.value.raw)) return;
  const name = scalar("support", reported.value.at, reported.value.raw);
  yield inContext(
    { name, value: reported.value, split: about.split ?? null, class: about.class ?? null },
    context,
  );
}
