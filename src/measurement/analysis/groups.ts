import type { TextColumn } from "../../tables/table.ts";
import { byCodePoint } from "../../workspace/order.ts";
import { groupRows } from "../slices.ts";

/** The rows that share a value in each of some columns. */
export interface Group {
  readonly name: string;
  /** Null where the cell is empty. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly rows: Int32Array;
}

/** Every group that has rows, the largest first. */
export function groupsBy(columns: readonly TextColumn[], rows: number): readonly Group[] {
  const groups = [...groupRows(columns, rows)].map(([codes, members]) => {
    const numbers = codes.split(",").map(Number);
    const cells = columns.map(
      ({ name, dictionary }, index) => [name, dictionary[numbers[index]!] ?? null] as const,
    );
    const values = Object.fromEntries(cells);
    return { name: groupName(values), values, rows: members };
  });
  return groups.sort((a, b) => b.rows.length - a.rows.length || byCodePoint(a.name, b.name));
}

/** `sex=female, age=40-to-54`: what the disparities call the group. */
export function groupName(values: Group["values"]): string {
  return Object.entries(values)
    .map(([column, value]) => `${column}=${value ?? "(empty)"}`)
    .join(", ");
}
