import { rangeOf } from "./range.ts";
import type { SortedRows } from "./sorted-rows.ts";

/** Values for each bucket on average: few enough to be put in order by hand, many enough to be counted in cache. */
const ROWS_PER_BUCKET = 2;
/** Steps that putting the buckets in order may take for each row: what is crowded is better sorted by its bits. */
const STEPS_PER_ROW = 8;

/**
 * The rows in ascending order of finite values, as `ascendingTies` gives them, by placing each row where it
 * would stand if the rows' places lay evenly, and mending what stands wrong; null when they are too crowded for
 * that. A place never falls where a value rises. The time is linear in the rows either way.
 */
export function spread(values: Float64Array, places: Float64Array): SortedRows | null {
  const { low, high } = rangeOf(places);
  const buckets = Math.ceil(values.length / ROWS_PER_BUCKET);
  const scale = (buckets - 1) / (high - low);
  if (!Number.isFinite(scale) || !(scale > 0)) return null;
  const ends = endsOf(places, low, scale, buckets);
  const order = new Uint32Array(values.length);
  const sorted = new Float64Array(values.length);
  for (let row = values.length - 1; row >= 0; row--) {
    const place = --ends[Math.floor((places[row]! - low) * scale)]!;
    order[place] = row;
    sorted[place] = values[row]!;
  }
  return mended(sorted, order) ? { rows: order, last: lastsOf(sorted) } : null;
}

function lastsOf(sorted: Float64Array): Uint8Array {
  const last = new Uint8Array(sorted.length).fill(1);
  for (let place = 1; place < sorted.length; place++) {
    if (sorted[place - 1] === sorted[place]) last[place - 1] = 0;
  }
  return last;
}

/** Where each bucket ends. Taking off and scaling keep the order of what they are done to, rounding and all. */
function endsOf(places: Float64Array, low: number, scale: number, buckets: number): Uint32Array {
  const ends = new Uint32Array(buckets + 1);
  for (let row = 0; row < places.length; row++) ends[Math.floor((places[row]! - low) * scale)]!++;
  for (let bucket = 1; bucket <= buckets; bucket++) ends[bucket]! += ends[bucket - 1]!;
  return ends;
}

/** By insertion, which leaves equal values as they stand; false when it takes too long. */
function mended(sorted: Float64Array, order: Uint32Array): boolean {
  let steps = STEPS_PER_ROW * sorted.length;
  for (let place = 1; place < sorted.length; place++) {
    const value = sorted[place]!;
    if (sorted[place - 1]! <= value) continue;
    const row = order[place]!;
    let at = place;
    for (; at > 0 && sorted[at - 1]! > value; at--) {
      sorted[at] = sorted[at - 1]!;
      order[at] = order[at - 1]!;
    }
    sorted[at] = value;
    order[at] = row;
    steps -= place - at;
    if (steps < 0) return false;
  }
  return true;
}
