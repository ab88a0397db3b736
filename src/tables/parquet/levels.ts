import { damaged } from "./guard.ts";
import { runValues } from "./runs.ts";

/** Which rows of a page have a value. */
export interface Levels {
  /** A 1 for each row that is not null; null when all are there. */
  readonly present: Int32Array | null;
  /** How many rows are not null. */
  readonly there: number;
}

/** The definition levels of a column that is not nested: one bit for each of `count` rows. */
export function levelsOf(bytes: Uint8Array, start: number, end: number, count: number): Levels {
  const present = runValues(bytes, start, end, 1, count);
  const there = thereIn(present);
  return { present: there === count ? null : present, there };
}

export function allThere(count: number): Levels {
  return { present: null, there: count };
}

function thereIn(present: Int32Array): number {
  let there = 0;
  let met = 0;
  for (let row = 0; row < present.length; row++) {
    there += present[row]!;
    met |= present[row]!;
  }
  if (met > 1) throw damaged();
  return there;
}
