import { ascending } from "../ranking/ascending.ts";

/** Rows by ascending score, in an order that does not depend on the one they came in. */
export interface SortedScores {
  /** The row at each place. */
  readonly order: Uint32Array;
  readonly positive: Uint8Array;
  readonly weight: Float64Array | null;
  /** 1 at the last place of each score. */
  readonly last: Uint8Array;
}

/** Of one score, negative rows come first, and lighter ones before heavier. The reason when a score is not finite. */
export function sortedScores(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
): SortedScores | string {
  if (!score.every(Number.isFinite)) return "a score is not a finite number";
  const byWeight = weight === null ? null : ascending(weight);
  const byClass = resorted(byWeight, Float64Array.from(positive));
  const order = resorted(byClass, score);
  const last = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place++) {
    last[place] = score[order[place]!] === score[order[place + 1]!] ? 0 : 1;
  }
  return {
    order,
    positive: Uint8Array.from(order, (row) => positive[row]!),
    weight: weight && Float64Array.from(order, (row) => weight[row]!),
    last,
  };
}

/** Ascending values, and rows of one value in the order before. */
function resorted(before: Uint32Array | null, values: Float64Array): Uint32Array {
  if (before === null) return ascending(values);
  return ascending(Float64Array.from(before, (row) => values[row]!)).map((place) => before[place]!);
}
