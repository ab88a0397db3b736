import { Json } from "../../../output/json.ts";
import { linePlaces } from "../../../output/places.ts";
import type { RecordsSource } from "../../../output/source.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { headerOf, rowsOf } from "./csv-table.ts";
import { Scores } from "./scores.ts";

/** Rows with their scores, and the columns that were passed over. */
export interface ReadRows {
  readonly scores: Scores;
  readonly unknown: Columns["unknown"];
  /** How far a score may be from what ragas computed. */
  readonly rounding: number;
}

/** CSV keeps every digit; adding up in another order may differ in the last ones. */
const CSV_ROUNDING = 1e-12;
/** `to_json` keeps ten digits after the point. */
const JSON_ROUNDING = 1e-10;

/** The rows of a CSV that `columnsOf` its header knows. */
export function csvRows(text: string, path: string, { metrics, unknown }: Columns): ReadRows {
  const scores = new Scores(metrics, { path, line: 1, column: 1, pointer: "" });
  for (const row of rowsOf(text, path)) {
    const { broken, at } = row;
    if (broken === null)
      scores.addRow(
        (metric) => scoreIn(row.cell(metric)),
        () => at,
      );
    else scores.addBroken(`the row at line ${at.line} is cut or broken: ${broken}`, at);
  }
  if (!text.endsWith("\n"))
    scores.addBroken("its last line has no end, as when a file is cut off", scores.at);
  return { scores, unknown, rounding: CSV_ROUNDING };
}

/** The rows of JSON Lines; the first has the names of all columns. */
export async function jsonRows(source: RecordsSource, { metrics, unknown }: Columns): Promise<ReadRows> {
  const scores = new Scores(metrics, new Json(null, linePlaces(source.path, 1)).at);
  for await (const each of source.records()) {
    if ("bad" in each) {
      const at = { ...scores.at, line: each.bad };
      scores.addBroken(`line ${each.bad} is cut or broken: ${each.says}`, at);
    } else addJson(scores, each.record);
  }
  return { scores, unknown, rounding: JSON_ROUNDING };
}

/** The rows of a JSON list, as `to_json(orient="records")` writes it. */
export function listRows(list: Json, { metrics, unknown }: Columns): ReadRows {
  const scores = new Scores(metrics, list.at);
  for (const row of list.items()) addJson(scores, row);
  return { scores, unknown, rounding: JSON_ROUNDING };
}

export function csvColumns(text: string): Columns | null {
  return columnsOf(headerOf(text));
}

export function rowColumns(row: Json | undefined): Columns | null {
  return row?.isMap ? columnsOf(Object.keys(row.value as object)) : null;
}

function addJson(scores: Scores, row: Json): void {
  const score = (metric: string) => {
    const cell = row.get(metric);
    const yes = cell.boolean();
    return yes === null ? cell.number() : Number(yes);
  };
  scores.addRow(score, () => row.at);
}

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An empty cell is what pandas writes for NaN. */
function scoreIn(cell: string | null): number | null {
  if (cell === "True") return 1;
  if (cell === "False") return 0;
  if (cell === null || !NUMERAL.test(cell)) return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}
