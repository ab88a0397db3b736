import type { BinarySample } from "../sample.ts";
import { inStretches } from "../stretch.ts";
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
  inStretches(rows.length, (start, end) => gather(positive, rows, start, end, ranked));
  const weights = weight === null ? null : new Float64Array(rows.length);
  if (weights !== null) {
    for (let place = 0; place < rows.length; place++) weights[place] = weight![rows[place]!]!;
  }
  return withTotals({ positive: ranked, last, weight: weights });
}

function gather(values: Uint8Array, rows: Uint32Array, start: number, end: number, into: Uint8Array): void {
  for (let place = start; place < end; place++) into[place] = values[rows[place]!]!;
}

/** Ranked rows with the totals of either class. */
export function withTotals(places: Places): Ranked {
  if (places.weight === null) {
    let allPositives = 0;
    inStretches(places.positive.length, (start, end) => {
      allPositives += onesIn(places.positive, start, end);
    });
    return { ...places, allPositives, allNegatives: places.positive.length - allPositives };
  }
  const [positives, negatives] = [new Sum(), new Sum()];
  for (const ties = new Ties(places); ties.next(); ) {
    positives.add(ties.positives);
    negatives.add(ties.negatives);
  }
  return { ...places, allPositives: positives.value, allNegatives: negatives.value };
}

function onesIn(values: Uint8Array, start: number, end: number): number {
  let ones = 0;
  for (let place = start; place < end; place++) ones += values[place]!;
  return ones;
}

const noted = new WeakMap<BinarySample, Ranked>();

/** The rows of a sample by score; the reason when there are none, or one is not finite. */
export function rankedOf(sample: BinarySample): Ranked | string {
  const known = noted.get(sample);
  if (known !== undefined) return known;
  const { score, positive, weight } = sample;
  return score === null ? "there are no scores" : rankedBy(score, positive, weight);
}

/** Notes how the rows of a sample rank, which follows from how all of them do, so that nobody puts them in order. */
export function rememberRanked(sample: BinarySample, ranked: Ranked): void {
  noted.set(sample, ranked);
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
