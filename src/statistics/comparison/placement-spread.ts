import { Sum } from "../sum.ts";

/** Two areas and their difference, with the variance of each, of the difference, and their covariance. */
interface PlacementSpread {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly variance: { readonly before: number; readonly after: number };
  readonly covariance: number;
  readonly ofDifference: number;
}

/** The mean placements of the positive rows, and the (co)variances of the placements within either class over its rows. */
export function spreadOf(before: Float64Array, after: Float64Array, positive: Uint8Array): PlacementSpread {
  const [negatives, positives] = [0, 1].map((side) => ofClass(before, after, positive, side));
  const { means } = positives!;
  const [ofBefore, ofAfter, covariance, ofDifference] = positives!.spreads.map(
    (spread, index) => spread + negatives!.spreads[index]!,
  );
  return {
    ...means,
    variance: { before: ofBefore!, after: ofAfter! },
    covariance: covariance!,
    ofDifference: ofDifference!,
  };
}

function ofClass(before: Float64Array, after: Float64Array, positive: Uint8Array, side: number) {
  const sums = { before: new Sum(), after: new Sum(), difference: new Sum() };
  let rows = 0;
  for (let row = 0; row < positive.length; row++) {
    if (positive[row] !== side) continue;
    sums.before.add(before[row]!);
    sums.after.add(after[row]!);
    sums.difference.add(after[row]! - before[row]!);
    rows++;
  }
  const means = {
    before: sums.before.value / rows,
    after: sums.after.value / rows,
    difference: sums.difference.value / rows,
  };
  const squares = [new Sum(), new Sum(), new Sum(), new Sum()] as const;
  for (let row = 0; row < positive.length; row++) {
    if (positive[row] !== side) continue;
    const old = before[row]! - means.before;
    const now = after[row]! - means.after;
    squares[0].add(old * old);
    squares[1].add(now * now);
    squares[2].add(old * now);
    squares[3].add((after[row]! - before[row]! - means.difference) ** 2);
  }
  return { means, spreads: squares.map((square) => square.value / (rows - 1) / rows) };
}
