import { rowsAt } from "../../statistics/frequency.ts";
import type { Grouping } from "../../statistics/grouping.ts";
import type { TextColumn } from "../../tables/table.ts";
import { byCodePoint } from "../../workspace/order.ts";
import type { CodeGroups } from "../code-groups.ts";
import type { RowCounts } from "../row-counts.ts";

/** The rows that share a value in each of some columns. */
export interface Group {
  readonly name: string;
  /** Null where the cell is empty. */
  readonly values: Readonly<Record<string, string | null>>;
  /** The group among those beside it; its rows are the lines that `n` rows are counted in. */
  readonly of: Grouping;
  readonly number: number;
  readonly n: number;
}

/** Every group that has rows, the largest first. */
export function groupsIn(
  { grouping, labels }: CodeGroups,
  columns: readonly TextColumn[],
  counts: RowCounts,
): readonly Group[] {
  const rows = counts === null ? grouping.sizes : countedIn(grouping, counts);
  const groups = labels.flatMap((label, number): Group | readonly Group[] => {
    if (grouping.sizes[number] === 0) return [];
    const codes = label.split(",").map(Number);
    const cells = columns.map(
      ({ name, dictionary }, index) => [name, dictionary[codes[index]!] ?? null] as const,
    );
    const values = Object.fromEntries(cells);
    return { name: groupName(values), values, of: grouping, number, n: rows[number]! };
  });
  return groups.sort((a, b) => b.n - a.n || byCodePoint(a.name, b.name));
}

function countedIn({ groupOf, sizes }: Grouping, counts: Float64Array): Float64Array {
  const rows = new Float64Array(sizes.length);
  for (let line = 0; line < groupOf.length; line++) rows[groupOf[line]!]! += rowsAt(counts, line);
  return rows;
}

/** `sex=female, age=40-to-54`: what the disparities call the group. */
export function groupName(values: Group["values"]): string {
  return Object.entries(values)
    .map(([column, value]) => `${column}=${value ?? "(empty)"}`)
    .join(", ");
}
