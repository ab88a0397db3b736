import { Sum, sumOf } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { ascending } from "./ascending.ts";

/** Rows by ascending score, rows of one score together: how much weight of either class each group has. */
export interface Ranked {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly allPositives: number;
  readonly allNegatives: number;
}

/** Groups the rows by score, `positive` of them being 1; the reason when a score is not finite. */
export function rankedBy(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
): Ranked | string {
  if (!score.every(Number.isFinite)) return "a score is not a finite number";
  const order = ascending(score);
  const positives = new Float64Array(score.length);
  const negatives = new Float64Array(score.length);
  let group = -1;
  let last = Number.NaN;
  for (let index = 0; index < order.length; index++) {
    const row = order[index]!;
    if (score[row] !== last) group++;
    last = score[row]!;
    const side = positive[row] === 1 ? positives : negatives;
    side[group]! += weightAt(weight, row);
  }
  const groups = group + 1;
  return {
    positives: positives.subarray(0, groups),
    negatives: negatives.subarray(0, groups),
    allPositives: sumOf(positives),
    allNegatives: sumOf(negatives),
  };
}

/** What of `values` lies before each group. */
export function below(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length);
  const sum = new Sum();
  for (let group = 0; group < values.length; group++) {
    before[group] = sum.value;
    sum.add(values[group]!);
  }
  return before;
}
