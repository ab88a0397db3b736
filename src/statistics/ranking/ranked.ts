import { Sum } from "../sum.ts";
import { tiesOf } from "./order.ts";
import type { SortedRows } from "./sorted-rows.ts";
import { type Places, Ties } from "./ties.ts";

/** Rows by ascending score, and what there is of either class in all. */
export interface Ranked extends Places {
  /** The weight of either class; its rows when they have none. */
  readonly allPositives: number;
  readonly allNegatives: number;
}

interface Known {
  readonly positive: Uint8Array;
  readonly weight: Float64Array | null;
  readonly ranked: Ranked;
}

const remembered = new WeakMap<Float64Array, Known>();

/**
 * The rows by score, `positive` of them being 1, put in order once however many metrics ask; the reason when a
 * score is not finite.
 */
export function rankedBy(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
): Ranked | string {
  const known = remembered.get(score);
  if (known?.positive === positive && known.weight === weight) return known.ranked;
  const order = tiesOf(score);
  if (typeof order === "string") return order;
  const ranked = inOrder(order, positive, weight);
  remembered.set(score, { positive, weight, ranked });
  return ranked;
}

function inOrder({ rows, last }: SortedRows, positive: Uint8Array, weight: Float64Array | null): Ranked {
  const ranked = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place++) ranked[place] = positive[rows[place]!]!;
  const weights = weight === null ? null : new Float64Array(rows.length);
  if (weights !== null) {
    for (let place = 0; place < rows.length; place++) weights[place] = weight![rows[place]!]!;
  }
  return withTotals({ positive: ranked, last, weight: weights });
}

/** Ranked rows with the totals of either class. */
export function withTotals(places: Places): Ranked {
  if (places.weight === null) {
    let allPositives = 0;
    for (let place = 0; place < places.positive.length; place++) allPositives += places.positive[place]!;
    return { ...places, allPositives, allNegatives: places.positive.length - allPositives };
  }
  const [positives, negatives] = [new Sum(), new Sum()];
  for (const ties = new Ties(places); ties.next(); ) {
    positives.add(ties.positives);
    negatives.add(ties.negatives);
  }
  return { ...places, allPositives: positives.value, allNegatives: negatives.value };
}

/** Notes how some rows rank, which follows from how all of them do, so that nobody puts them in order. */
export function rememberRanked(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
  ranked: Ranked,
): void {
  remembered.set(score, { positive, weight, ranked });
}

/** What of `values` lies before each of them. */
export function below(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length);
  const sum = new Sum();
  for (let index = 0; index < values.length; index++) {
    before[index] = sum.value;
    sum.add(values[index]!);
  }
  return before;
}
