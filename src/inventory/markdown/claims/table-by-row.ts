import { mapping, scalar } from "../../../documents/build.ts";
import { type ClaimFields, claimOf } from "../claim-entry.ts";
import { metricLabel } from "../label.ts";
import type { Prose } from "../prose.ts";
import { isPlausible, type Reported } from "../reported.ts";
import { namesAnother, namesSelf } from "../self.ts";
import { splitIn } from "../split-value.ts";
import { isForeign, namedRole, normal } from "./columns.ts";
import { type Context, inContext } from "./context.ts";
import { cellText, cellValue, type Grid } from "./grid.ts";
import { intervalCell } from "./interval-cell.ts";
import { isDisowned, ownLabel } from "./rows.ts";

/** What the numbers of a column are of: the model as a whole, a split, or a class or group; null for a thing apart. */
type Meaning = "model" | "split" | "part" | null;

const VALUES =
  /^(|value|values|score|scores|result|results|performance|estimate|mean|overall|measured|observed|model|metric value|point estimate|measured value|valor|wert|score mean|all)$/;
/** "Mean" beside "Std": averages over folds or runs. */
const MEANS = /\bmean\b/;
const NO_VALUES = new Set(["k", "n", "threshold", "interval", "ignored", "log"]);

/** One metric in each row; the other columns are values by split, by class, by group or by model. */
export function* metricPerRow(grid: Grid, metricColumn: number, context: Context): Generator<ClaimFields> {
  const roles = grid.header.map((header, index) => (index === metricColumn ? null : namedRole(header)));
  if (roles.includes("log")) return;
  const values = valueColumns(grid, roles, metricColumn, context);
  const models = values.has(roles.indexOf("model")) ? -1 : roles.indexOf("model");
  const own = models < 0 ? null : ownLabel(grid.rows, models, context.self);
  for (const row of grid.rows) {
    if (models >= 0 && (own === null || !row[models] || normal(row[models]) !== own)) continue;
    const label = row[metricColumn] ? metricLabel(row[metricColumn]) : null;
    const remarks = row.filter((_, index) => index !== metricColumn && !values.has(index));
    if (!label || isDisowned(remarks)) continue;
    for (const [index, meaning] of values) {
      const reported = cellValue(row[index]);
      if (!reported || !isPlausible(label.metric.kind, reported, label.percent)) continue;
      const read = withInterval(claimOf(label, reported), reported, row[roles.indexOf("interval")]);
      const { at } = reported.value;
      const claim = MEANS.test(normal(grid.header[index]!))
        ? { ...read, spread: scalar(true, at, "mean") }
        : read;
      yield inContext({ ...claim, ...meant(meaning, grid.header[index]!, context, claim) }, context);
    }
  }
}

/** The columns that hold numbers of this model, and of what part of the data. */
function valueColumns(
  grid: Grid,
  roles: readonly (string | null)[],
  metricColumn: number,
  context: Context,
): Map<number, Meaning> {
  const numeric = grid.header.flatMap((header, index) => {
    const holdsNumbers = index !== metricColumn && grid.rows.some((row) => cellValue(row[index]) !== null);
    return holdsNumbers && !isForeign(header) && !NO_VALUES.has(roles[index] ?? "") ? [index] : [];
  });
  const [only] = numeric;
  const meanings = new Map(numeric.map((index) => [index, meaningOf(grid.header[index]!, context)]));
  const isLone = numeric.length === 1 && !namesAnother(context.self, grid.header[only!]!.tokens);
  if (isLone && meanings.get(only!) === null) return new Map([[only!, "model"]]);
  return new Map([...meanings].filter(([, meaning]) => meaning !== null));
}

function meaningOf(header: Prose, { self, axis }: Context): Meaning {
  if (VALUES.test(normal(header)) || namesSelf(self, header.tokens) !== null) return "model";
  if (namesAnother(self, header.tokens)) return null;
  if (splitIn(header)) return "split";
  return axis ? "part" : null;
}

function meant(meaning: Meaning, header: Prose, { axis }: Context, claim: ClaimFields): Partial<ClaimFields> {
  if (meaning === "split") return { split: claim.split ?? splitIn(header) };
  const name = cellText(header);
  if (meaning !== "part" || !name || !axis) return {};
  return axis.by === "class" ? { class: name } : { slice: mapping([[axis.attribute, name]], name.at) };
}

function withInterval(claim: ClaimFields, reported: Reported, cell: Prose | undefined): ClaimFields {
  const interval = claim.interval ? null : intervalCell(cell, reported);
  return interval ? { ...claim, interval } : claim;
}
