import type { Table } from "mdast";
import type { Scalar } from "../../../documents/value.ts";
import { flatten } from "../flat.ts";
import { type PlaceOf, type Prose, proseOf, textValue, trimMarks } from "../prose.ts";
import { type Reported, reportedAt } from "../reported.ts";
import { BOUNDS, WISHES } from "../wording.ts";

/** A table's cells as prose: the heading row, and the rows below it. */
export interface Grid {
  readonly header: readonly Prose[];
  readonly rows: readonly (readonly Prose[])[];
}

export function gridOf(table: Table, source: string, place: PlaceOf): Grid {
  const [header, ...rows] = table.children.map((row) =>
    row.children.map((cell) => proseOf(flatten(cell.children, source), place)),
  );
  return { header: header ?? [], rows };
}

const BEFORE_NUMBER = /^(?:[~≈*=]|\p{Extended_Pictographic}|\ufe0f)$/u;

/** The number that a cell reports; null when it starts with a word or is a bound, a change or a wish. */
export function cellValue(cell: Prose | undefined): Reported | null {
  if (!cell) return null;
  const first = cell.tokens.findIndex(({ text }) => !BEFORE_NUMBER.test(text));
  const reported = first < 0 ? null : reportedAt(cell, first);
  if (!reported || BOUNDS.at(cell.tokens, reported.next)) return null;
  return WISHES.isAmong(cell.tokens.slice(reported.next)) ? null : reported;
}

export function cellText(cell: Prose | undefined): Scalar | null {
  return cell ? textValue(cell, trimMarks(cell.tokens)) : null;
}
