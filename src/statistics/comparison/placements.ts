import { orderOf } from "../ranking/order.ts";

/**
 * For each row, the share of the rows of the other class that it is in order with, a tie counting half: for
 * a positive row those that score below it, for a negative row those above. Their mean over either class is the
 * area under the ROC curve. Both classes have rows and all scores are finite.
 */
export function placements(positive: Uint8Array, score: Float64Array): Float64Array {
  const order = orderOf(score);
  if (typeof order === "string") throw new RangeError(order);
  const share = new Float64Array(score.length);
  const positives = countOf(positive);
  const negatives = positive.length - positives;
  let [positivesBelow, negativesBelow] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const tied = score[order[start]!]!;
    let [end, positivesTied] = [start, 0];
    while (end < order.length && score[order[end]!] === tied) positivesTied += positive[order[end++]!]!;
    const negativesTied = end - start - positivesTied;
    const beaten = (negativesBelow + negativesTied / 2) / negatives;
    const beatenBy = (positives - positivesBelow - positivesTied / 2) / positives;
    for (let index = start; index < end; index++) {
      share[order[index]!] = positive[order[index]!] === 1 ? beaten : beatenBy;
    }
    positivesBelow += positivesTied;
    negativesBelow += negativesTied;
    start = end;
  }
  return share;
}

export function countOf(positive: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < positive.length; row++) count += positive[row]!;
  return count;
}
