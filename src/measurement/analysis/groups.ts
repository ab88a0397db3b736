import type { Room } from "../../statistics/room.ts";
import type { TextColumn } from "../../tables/table.ts";
import { byCodePoint } from "../../workspace/order.ts";
import type { RowCounts } from "../row-counts.ts";
import { groupRows } from "../slices.ts";

/** The rows that share a value in each of some columns. */
export interface Group {
  readonly name: string;
  /** Null where the cell is empty. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly rows: Int32Array;
  /** How many rows there are; `rows` has the lines that they are counted in. */
  readonly n: number;
}

/** Every group that has rows, the largest first; their rows stand in the room. */
export function groupsBy(
  columns: readonly TextColumn[],
  rows: number,
  counts: RowCounts = null,
  room?: Room,
): readonly Group[] {
  const groups = [...groupRows(columns, rows, room)].map(([codes, members]) => {
    const numbers = codes.split(",").map(Number);
    const cells = columns.map(
      ({ name, dictionary }, index) => [name, dictionary[numbers[index]!] ?? null] as const,
    );
    const values = Object.fromEntries(cells);
    return { name: groupName(values), values, rows: members, n: rowsAmong(members, counts) };
  });
  return groups.sort((a, b) => b.n - a.n || byCodePoint(a.name, b.name));
}

function rowsAmong(lines: Int32Array, counts: RowCounts): number {
  if (counts === null) return lines.length;
  let rows = 0;
  for (let index = 0; index < lines.length; index++) rows += counts[lines[index]!]!;
  return rows;
}

/** `sex=female, age=40-to-54`: what the disparities call the group. */
export function groupName(values: Group["values"]): string {
  return Object.entries(values)
    .map(([column, value]) => `${column}=${value ?? "(empty)"}`)
    .join(", ");
}
