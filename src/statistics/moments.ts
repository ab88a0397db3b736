import { type Frequency, rowsAt, rowsIn } from "./frequency.ts";
import type { Grouping, GroupNumbers } from "./grouping.ts";
import { LOSSES, type LossBlocks } from "./loss-blocks.ts";
import { Sum } from "./sum.ts";

/** The mean of losses and their squared deviations from it, summed, over so many rows. */
export interface Moments {
  readonly rows: number;
  readonly mean: number;
  readonly squares: number;
}

/**
 * The moments of losses in one pass: each block's own, put together. Losses that are `neverNegative` may be summed
 * plainly within a block, others keep each term's rounding.
 * Source: T. F. Chan, G. H. Golub, R. J. LeVeque, Am. Stat. 37 (1983) 242-247.
 */
export function momentsOf(
  { rows: lines, of }: LossBlocks,
  frequency: Frequency,
  neverNegative: boolean,
): Moments {
  const total = new Sum();
  const joined = new Joined();
  for (let start = 0; start < lines; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, lines));
    const some = rowsOf(losses, frequency, start);
    const sum = sumOf(losses, frequency, start);
    if (neverNegative) total.add(sum);
    else addEach(total, losses, frequency, start);
    const middle = sum / some;
    joined.add(some, middle, squaresAbout(middle, losses, frequency, start));
  }
  const rows = rowsIn(frequency, lines);
  return { rows, mean: total.value / rows, squares: joined.squares };
}

/** The moments of losses that are never negative, each in one of a few groups, by group. */
export function momentsByGroup(
  { rows: lines, of }: LossBlocks,
  { groupOf, sizes }: Grouping,
): readonly Moments[] {
  const totals = Array.from(sizes, () => new Sum());
  const joined = Array.from(sizes, () => new Joined());
  const rows = new Int32Array(sizes.length);
  const sums = new Float64Array(sizes.length);
  const squares = new Float64Array(sizes.length);
  for (let start = 0; start < lines; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, lines));
    rows.fill(0);
    sums.fill(0);
    squares.fill(0);
    sumByGroup(losses, groupOf, start, rows, sums);
    for (let group = 0; group < rows.length; group++) {
      totals[group]!.add(sums[group]!);
      sums[group]! /= rows[group]!;
    }
    squaresByGroup(sums, losses, groupOf, start, squares);
    for (let group = 0; group < rows.length; group++) {
      if (rows[group]! > 0) joined[group]!.add(rows[group]!, sums[group]!, squares[group]!);
    }
  }
  return Array.from(sizes, (rows, group) => ({
    rows,
    mean: totals[group]!.value / rows,
    squares: joined[group]!.squares,
  }));
}

/** The moments of all losses from those of some of them. */
export function momentsTogether(some: readonly Moments[]): Moments {
  const total = new Sum();
  const joined = new Joined();
  for (const { rows, mean, squares } of some) {
    if (rows === 0) continue;
    total.add(mean * rows);
    joined.add(rows, mean, squares);
  }
  return { rows: joined.rows, mean: total.value / joined.rows, squares: joined.squares };
}

/** Squared deviations put together; the mean of all is kept just well enough for that. */
class Joined {
  rows = 0;
  #mean = 0;
  readonly #squares = new Sum();

  add(rows: number, mean: number, squares: number): void {
    const apart = this.rows === 0 ? 0 : mean - this.#mean;
    this.#squares.add(squares + ((apart * apart * this.rows) / (this.rows + rows)) * rows);
    this.rows += rows;
    this.#mean = this.rows === rows ? mean : this.#mean + (apart * rows) / this.rows;
  }

  get squares(): number {
    return this.#squares.value;
  }
}

// A short loop in a function of its own is soon compiled as well as it can be; one over all lines is left before that.

function rowsOf(losses: Float64Array, frequency: Frequency, start: number): number {
  if (frequency == null) return losses.length;
  let rows = 0;
  for (let index = 0; index < losses.length; index++) rows += frequency[start + index]!;
  return rows;
}

function sumOf(losses: Float64Array, frequency: Frequency, start: number): number {
  let sum = 0;
  for (let index = 0; index < losses.length; index++)
    sum += rowsAt(frequency, start + index) * losses[index]!;
  return sum;
}

function addEach(total: Sum, losses: Float64Array, frequency: Frequency, start: number): void {
  for (let index = 0; index < losses.length; index++) {
    total.add(rowsAt(frequency, start + index) * losses[index]!);
  }
}

function squaresAbout(middle: number, losses: Float64Array, frequency: Frequency, start: number): number {
  let squares = 0;
  for (let index = 0; index < losses.length; index++) {
    squares += rowsAt(frequency, start + index) * (losses[index]! - middle) ** 2;
  }
  return squares;
}

function sumByGroup(
  losses: Float64Array,
  groupOf: GroupNumbers,
  start: number,
  rows: Int32Array,
  sums: Float64Array,
): void {
  for (let index = 0; index < losses.length; index++) {
    const group = groupOf[start + index]!;
    rows[group]!++;
    sums[group]! += losses[index]!;
  }
}

function squaresByGroup(
  middles: Float64Array,
  losses: Float64Array,
  groupOf: GroupNumbers,
  start: number,
  squares: Float64Array,
): void {
  for (let index = 0; index < losses.length; index++) {
    const group = groupOf[start + index]!;
    squares[group]! += (losses[index]! - middles[group]!) ** 2;
  }
}
