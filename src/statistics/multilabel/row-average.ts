import { bottomOf, type ClassRatio } from "../classification/class-ratio.ts";
import type { Estimate } from "../estimate.ts";
import { rowsAt, rowsIn } from "../frequency.ts";
import { meanOfLosses } from "../mean-of-losses.ts";
import { weightAt } from "../weight.ts";
import type { Decided } from "./tally.ts";

/** A ratio of each row's own labels, averaged over the rows (samples), with Student's interval. */
export function rowAverage(ratio: ClassRatio, sample: Decided, confidence: number): Estimate {
  const { truth, decision, weight, frequency } = sample;
  const rows = truth[0]?.length ?? 0;
  const had = new Int32Array(rows);
  const said = new Int32Array(rows);
  const both = new Int32Array(rows);
  for (let label = 0; label < truth.length; label++) {
    const [trueRows, saidRows] = [truth[label]!, decision[label]!];
    for (let row = 0; row < rows; row++) {
      had[row]! += trueRows[row]!;
      said[row]! += saidRows[row]!;
      both[row]! += trueRows[row]! & saidRows[row]!;
    }
  }
  const values = new Float64Array(rows);
  let empty = 0;
  for (let row = 0; row < rows; row++) {
    const bottom = bottomOf(ratio, had[row]!, said[row]!, both[row]!);
    if (bottom > 0) values[row] = (ratio.top * both[row]!) / bottom;
    else if (weightAt(weight, row) > 0) empty += rowsAt(frequency, row);
  }
  if (empty > 0) return `${nothingIn(ratio)} in ${empty} of ${rowsIn(frequency, rows)} rows`;
  return meanOfLosses(values, weight, [0, 1], confidence, frequency);
}

function nothingIn({ truth, predicted }: ClassRatio): string {
  if (predicted === 0) return "no label is true";
  return truth === 0 ? "no label is decided for" : "no label is true or decided for";
}
