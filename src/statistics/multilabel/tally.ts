import { type Tally, tallyFrom } from "../classification/tally.ts";
import { countsRows, rowsOfAll } from "../frequency.ts";
import type { MultilabelSample } from "../sample.ts";
import { Sum, sumOf } from "../sum.ts";
import { weightAt } from "../weight.ts";

/** A sample with decisions. */
export interface Decided extends MultilabelSample {
  readonly decision: readonly Uint8Array[];
}

/** How much weight has each label, is decided to have it, and both; without the cells of one class against another. */
export function tallyOfLabels(sample: Decided): Tally {
  const { classes, truth, decision, weight } = sample;
  const rows = truth[0]?.length ?? 0;
  const sums = () => classes.map(() => new Sum());
  const [had, said, both] = [sums(), sums(), sums()];
  for (let label = 0; label < classes.length; label++) {
    const [trueRows, saidRows] = [truth[label]!, decision[label]!];
    for (let row = 0; row < rows; row++) {
      if (trueRows[row] === 0 && saidRows[row] === 0) continue;
      const part = weightAt(weight, row);
      if (trueRows[row] === 1) had[label]!.add(part);
      if (saidRows[row] === 1) said[label]!.add(part);
      if (trueRows[row] === saidRows[row]) both[label]!.add(part);
    }
  }
  const values = (of: readonly Sum[]) => Float64Array.from(of, (sum) => sum.value);
  return {
    classes,
    positive: null,
    rows: rowsOfAll(sample),
    weighted: !countsRows(sample),
    total: weight === null ? rows : sumOf(weight),
    truth: values(had),
    predicted: values(said),
    correct: values(both),
    cells: [],
  };
}

/** One label against its absence, which is a confusion matrix as any. */
export function tallyOfLabel(sample: Decided, label: number): Tally {
  const { classes, truth, decision, weight } = sample;
  const [trueRows, saidRows] = [truth[label]!, decision[label]!];
  const sums = [new Sum(), new Sum(), new Sum(), new Sum()] as const;
  for (let row = 0; row < trueRows.length; row++) {
    sums[2 * trueRows[row]! + saidRows[row]!]!.add(weightAt(weight, row));
  }
  const cells = sums.map(({ value }, cell) => ({ actual: cell >> 1, predicted: cell & 1, weight: value }));
  return tallyFrom(
    cells.filter((cell) => cell.weight > 0),
    {
      classes: [`not ${classes[label]!}`, classes[label]!],
      positive: 1,
      rows: rowsOfAll(sample),
      weighted: !countsRows(sample),
    },
  );
}
