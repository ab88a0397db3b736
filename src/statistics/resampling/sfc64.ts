import { innerLoops } from "./inner-loops.ts";
import { seedWords } from "./seed-sequence.ts";

const BLOCK = 128;
const WARM_UP = 12;
const TWO_32 = 2 ** 32;
/** The product of a word and a number up to this is exact. */
const EXACT = 2 ** 21;

/**
 * The generator SFC64 in 32-bit integer arithmetic: the same words on every machine, and the same as NumPy's
 * `SFC64(entropy)`, so that anyone can draw the same rows elsewhere.
 * Source: C. Doty-Humphrey, PractRand 0.94, sfc64; NumPy's SFC64.
 */
export class Sfc64 {
  readonly #state: Int32Array;
  readonly #words = new Int32Array(BLOCK);
  #used = BLOCK;

  constructor(entropy: Uint32Array) {
    this.#state = Int32Array.of(...seedWords(entropy, 6), 1, 0);
    advance(this.#state, new Int32Array(2 * WARM_UP));
  }

  /** The next word, from 0 to 2³² - 1. */
  next(): number {
    if (this.#used === BLOCK) this.#refill();
    return this.#words[this.#used++]! >>> 0;
  }

  /**
   * A whole number from 0 to `limit` - 1, each as likely as any other; `limit` from 1 to 2³² - 1. NumPy's
   * `Generator.integers` gives the same.
   * Source: D. Lemire, ACM Trans. Model. Comput. Simul. 29 (2019) 3.
   */
  below(limit: number): number {
    if (limit === 1) return 0;
    const rejected = rejectedBelow(limit);
    for (;;) {
      const word = this.next();
      if (Math.imul(word, limit) >>> 0 >= rejected) return highWord(word, limit);
    }
  }

  /**
   * Adds one at the place of each of `draws` draws of `below(counts.length)`. The same as that many calls, without
   * the cost of a call for each.
   */
  tally(draws: number, counts: Uint32Array): void {
    if (counts.length === 1) {
      counts[0]! += draws;
      return;
    }
    let left = draws;
    while (left > 0) {
      if (this.#used === BLOCK) {
        left = tallyOfSteps(this.#state, left, counts);
        if (left === 0) return;
        this.#refill();
      }
      const end = Math.min(BLOCK, this.#used + left);
      left -= tallyOf(this.#words, this.#used, end, counts);
      this.#used = end;
    }
  }

  #refill(): void {
    advance(this.#state, this.#words);
    this.#used = 0;
  }
}

/** Tallies whole steps as long as two draws are left, where there is WebAssembly; tells how many are left. */
function tallyOfSteps(state: Int32Array, draws: number, counts: Uint32Array): number {
  const loops = innerLoops(counts.length);
  if (loops === null) return draws;
  loops.state.set(state);
  loops.counts.set(counts);
  const left = loops.tally(draws);
  state.set(loops.state);
  counts.set(loops.counts);
  return left;
}

/** Tallies some of the words, and tells how many of them were not rejected. */
function tallyOf(words: Int32Array, start: number, end: number, counts: Uint32Array): number {
  const limit = counts.length;
  const rejected = rejectedBelow(limit);
  const exact = limit <= EXACT;
  let drawn = 0;
  for (let index = start; index < end; index++) {
    const word = words[index]!;
    if (Math.imul(word, limit) >>> 0 < rejected) continue;
    const place = exact ? (((word >>> 0) * limit) / TWO_32) | 0 : highWord(word >>> 0, limit);
    counts[place]!++;
    drawn++;
  }
  return drawn;
}

/** Low halves of a product below this come up once too often. */
function rejectedBelow(limit: number): number {
  return (TWO_32 - limit) % limit;
}

/** The upper half of the 64 bits of a product of two words, in parts that a number holds exactly. */
function highWord(left: number, right: number): number {
  const lower = Math.floor((left * (right & 0xffff)) / 0x10000);
  return Math.floor((left * (right >>> 16) + lower) / 0x10000);
}

/** Fills `words`, two for each step: the lower half of 64 bits and the upper. */
function advance(state: Int32Array, words: Int32Array): void {
  let aLow = state[0]!;
  let aHigh = state[1]!;
  let bLow = state[2]!;
  let bHigh = state[3]!;
  let cLow = state[4]!;
  let cHigh = state[5]!;
  let countLow = state[6]!;
  let countHigh = state[7]!;
  for (let index = 0; index < words.length; index += 2) {
    const sum = (aLow + bLow) | 0;
    const low = (sum + countLow) | 0;
    const high = (aHigh + bHigh + countHigh + carry(aLow, bLow, sum) + carry(sum, countLow, low)) | 0;
    countLow = (countLow + 1) | 0;
    if (countLow === 0) countHigh = (countHigh + 1) | 0;
    aLow = bLow ^ ((bLow >>> 11) | (bHigh << 21));
    aHigh = bHigh ^ (bHigh >>> 11);
    const shifted = cLow << 3;
    bLow = (cLow + shifted) | 0;
    bHigh = (cHigh + ((cHigh << 3) | (cLow >>> 29)) + carry(cLow, shifted, bLow)) | 0;
    const turnedLow = (cLow << 24) | (cHigh >>> 8);
    const turnedHigh = (cHigh << 24) | (cLow >>> 8);
    cLow = (turnedLow + low) | 0;
    cHigh = (turnedHigh + high + carry(turnedLow, low, cLow)) | 0;
    words[index] = low;
    words[index + 1] = high;
  }
  state.set([aLow, aHigh, bLow, bHigh, cLow, cHigh, countLow, countHigh]);
}

/** 1 where the sum of two words ran over, read from the top bits, which costs no comparison of unsigned words. */
function carry(left: number, right: number, sum: number): number {
  return ((left & right) | ((left | right) & ~sum)) >>> 31;
}
