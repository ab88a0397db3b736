import { duplicates } from "../../tables/membership.ts";
import type { TextColumn } from "../../tables/table.ts";
import { counted } from "../number-format.ts";

/** A map of the language holds no more than 2^24. */
const MOST_IDS = 2 ** 23;

/** For each row of `current` the row of `reference` with the same id; the reason when they are not the same rows. */
export function sameRows(reference: TextColumn, current: TextColumn): Int32Array | string {
  for (const [name, column] of [
    ["the reference", reference],
    ["the file", current],
  ] as const) {
    if (column.missing.count > 0) return `${counted(column.missing.count, "row")} of ${name} without an id`;
    const repeated = duplicates(column).rows;
    if (repeated > 0) return `${counted(repeated, "row")} of ${name} with the id of an earlier row`;
  }
  if (current.codes.length > MOST_IDS) return `more than ${MOST_IDS} rows to find by their id`;
  const rowOf = new Map(reference.dictionary.map((id, row) => [id, row]));
  const rows = new Int32Array(current.dictionary.length);
  let strangers = 0;
  current.dictionary.forEach((id, row) => {
    const found = rowOf.get(id);
    if (found === undefined) strangers++;
    rows[row] = found ?? -1;
  });
  const shared = current.dictionary.length - strangers;
  if (strangers === 0 && shared === reference.dictionary.length) return rows;
  const beside = `${strangers} only in the file and ${reference.dictionary.length - shared} only in the reference`;
  return `the files hold different rows: ${counted(shared, "id")} in both, ${beside}`;
}
