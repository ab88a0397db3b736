import type { Tally } from "../../statistics/classification/tally.ts";
import { type Frequency, rowsAt } from "../../statistics/frequency.ts";
import type { GroupCounts } from "../../statistics/groups/group-counts.ts";

/** What is counted of rows of two classes. */
export function countsIn(name: string, { total, truth, predicted, correct }: Tally): GroupCounts {
  return {
    name,
    rows: total,
    decided: predicted[1]!,
    truth: { positives: truth[1]!, truePositives: correct[1]! },
  };
}

/** The same of some rows of a sample. */
export function countsOf(
  name: string,
  rows: Int32Array,
  positive: Uint8Array,
  decision: Uint8Array,
  frequency: Frequency,
): GroupCounts {
  let [all, decided, positives, truePositives] = [0, 0, 0, 0];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const times = rowsAt(frequency, row);
    all += times;
    decided += times * decision[row]!;
    positives += times * positive[row]!;
    truePositives += times * (decision[row]! & positive[row]!);
  }
  return { name, rows: all, decided, truth: { positives, truePositives } };
}
