import { type Frequency, rowsAt } from "../../statistics/frequency.ts";
import type { GroupCounts } from "../../statistics/groups/group-counts.ts";
import type { Rows } from "../slices.ts";

/** What is counted of some rows of two classes, or of all of them. */
export function countsOf(
  name: string,
  rows: Rows,
  positive: Uint8Array,
  decision: Uint8Array,
  frequency: Frequency,
): GroupCounts {
  const count = rows === null ? positive.length : rows.length;
  let [all, decided, positives, truePositives] = [0, 0, 0, 0];
  for (let index = 0; index < count; index++) {
    const row = rows === null ? index : rows[index]!;
    const times = rowsAt(frequency, row);
    all += times;
    decided += times * decision[row]!;
    positives += times * positive[row]!;
    truePositives += times * (decision[row]! & positive[row]!);
  }
  return { name, rows: all, decided, truth: { positives, truePositives } };
}
