import { rangeOf } from "../ranking/range.ts";
import { weightAt } from "../weight.ts";

/** Rows of a fit: which are positive, and what each weighs. */
export interface FitRows {
  readonly positive: Uint8Array;
  readonly weight: Float64Array | null;
}

const BUCKETS = 2048;
/** Below so many rows a bucket, what is saved by fitting to fewer is not worth the pass. */
const ROWS_PER_BUCKET = 4;

/**
 * At most 4,096 weighted rows that stand for many: the means of x by narrow bucket and class. A fit to them lies near
 * that to all rows, so that this one starts where a step or two is enough. Null when the rows are few or x has one value.
 */
export function condensed(
  { positive, weight }: FitRows,
  x: Float64Array,
): { readonly rows: FitRows; readonly x: Float64Array } | null {
  if (x.length < ROWS_PER_BUCKET * BUCKETS) return null;
  const { low, high } = rangeOf(x);
  const scale = (BUCKETS - 1) / (high - low);
  if (!(scale > 0) || !Number.isFinite(scale)) return null;
  const total = new Float64Array(2 * BUCKETS);
  const product = new Float64Array(2 * BUCKETS);
  for (let row = 0; row < x.length; row++) {
    const place = 2 * Math.floor((x[row]! - low) * scale) + positive[row]!;
    const share = weightAt(weight, row);
    total[place]! += share;
    product[place]! += share * x[row]!;
  }
  const places = Array.from(total.keys()).filter((place) => total[place]! > 0);
  return {
    rows: {
      positive: Uint8Array.from(places, (place) => place % 2),
      weight: Float64Array.from(places, (place) => total[place]!),
    },
    x: Float64Array.from(places, (place) => product[place]! / total[place]!),
  };
}
