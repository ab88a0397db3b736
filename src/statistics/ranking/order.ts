import { ascendingTies } from "./ascending.ts";
import type { SortedRows } from "./sorted-rows.ts";

const remembered = new WeakMap<Float64Array, SortedRows>();

/** The ascending order of a column, sorted once however many metrics ask; the reason when a score is not finite. */
export function orderOf(score: Float64Array): Uint32Array | string {
  const order = tiesOf(score);
  return typeof order === "string" ? order : order.rows;
}

/** The same, and where in it the scores change. */
export function tiesOf(score: Float64Array): SortedRows | string {
  const known = remembered.get(score);
  if (known !== undefined) return known;
  for (let row = 0; row < score.length; row++) {
    if (!Number.isFinite(score[row]!)) return "a score is not a finite number";
  }
  const order = ascendingTies(score);
  remembered.set(score, order);
  return order;
}
