import type { SortedRows } from "./sorted-rows.ts";
import { spread } from "./spread.ts";

/** Bits per pass: wide digits pass fewer times, and narrow ones have fewer counters to clear for few rows. */
const WIDE = 11;
const NARROW = 8;
const MANY_ROWS = 4096;

/** Row numbers with the two words of each row's value, whose unsigned order is the order of the values. */
interface Keys {
  readonly rows: Uint32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** The row numbers in ascending order of finite values, equal values in row order, -0 equal to 0. */
export function ascending(values: Float64Array): Uint32Array {
  return ascendingTies(values).rows;
}

/**
 * The same order, and where in it the values change. Linear in the rows: values whose numbers or logarithms lie
 * about evenly are placed where they belong, others sorted by bits.
 */
export function ascendingTies(values: Float64Array): SortedRows {
  return spread(values, values) ?? spread(values, bitsOf(values)) ?? byBits(values);
}

function byBits(values: Float64Array): SortedRows {
  let keys = keysOf(values);
  let spare = emptyKeys(values.length);
  const bits = values.length < MANY_ROWS ? NARROW : WIDE;
  for (const word of ["low", "high"] as const) {
    for (let shift = 0; shift < 32; shift += bits) {
      const starts = startsOf(keys[word], shift, 1 << bits);
      if (starts === null) continue;
      scatter(keys, spare, keys[word], shift, starts);
      [keys, spare] = [spare, keys];
    }
  }
  const { rows, low, high } = keys;
  const last = new Uint8Array(rows.length).fill(1);
  for (let place = 1; place < last.length; place++) {
    if (low[place] === low[place - 1] && high[place] === high[place - 1]) last[place - 1] = 0;
  }
  return { rows, last };
}

/** The bits as one number, a logarithm of a kind; its last places are lost, but it never falls. */
function bitsOf(values: Float64Array): Float64Array {
  const bits = new Float64Array(values.length);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const [first, second] = IS_LITTLE_ENDIAN ? [0, 1] : [1, 0];
  for (let row = 0; row < values.length; row++) {
    number[0] = Math.abs(values[row]!);
    const size = words[second!]! * 2 ** 32 + words[first!]!;
    bits[row] = values[row]! < 0 ? -size : size;
  }
  return bits;
}

function emptyKeys(rows: number): Keys {
  return { rows: new Uint32Array(rows), low: new Uint32Array(rows), high: new Uint32Array(rows) };
}

function keysOf(values: Float64Array): Keys {
  const keys = emptyKeys(values.length);
  const number = new Float64Array(1);
  const [first, second] = IS_LITTLE_ENDIAN ? [0, 1] : [1, 0];
  const words = new Uint32Array(number.buffer);
  for (let row = 0; row < values.length; row++) {
    // Adding 0 makes -0 into 0.
    number[0] = values[row]! + 0;
    const negative = number[0] < 0;
    keys.rows[row] = row;
    keys.low[row] = negative ? ~words[first!]! : words[first!]!;
    keys.high[row] = negative ? ~words[second!]! : words[second!]! | 0x80000000;
  }
  return keys;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Where each digit's rows start, or null when all rows share one digit and there is nothing to sort. */
function startsOf(word: Uint32Array, shift: number, digits: number): Uint32Array | null {
  const starts = new Uint32Array(digits);
  const mask = digits - 1;
  for (let index = 0; index < word.length; index++) starts[(word[index]! >>> shift) & mask]!++;
  let next = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = starts[digit]!;
    if (count === word.length) return null;
    starts[digit] = next;
    next += count;
  }
  return starts;
}

function scatter(from: Keys, to: Keys, word: Uint32Array, shift: number, starts: Uint32Array): void {
  const mask = starts.length - 1;
  for (let index = 0; index < word.length; index++) {
    const place = starts[(word[index]! >>> shift) & mask]!++;
    to.rows[place] = from.rows[index]!;
    to.low[place] = from.low[index]!;
    to.high[place] = from.high[index]!;
  }
}
