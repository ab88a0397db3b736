import { type Frequency, rowsAt, rowsIn } from "./frequency.ts";
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
  const squares = new Sum();
  let rows = 0;
  let mean = 0;
  for (let start = 0; start < lines; start += LOSSES) {
    const losses = of(start, Math.min(start + LOSSES, lines));
    const some = rowsOf(losses, frequency, start);
    const sum = sumOf(losses, frequency, start);
    if (neverNegative) total.add(sum);
    else addEach(total, losses, frequency, start);
    const middle = sum / some;
    const apart = rows === 0 ? 0 : middle - mean;
    const about = squaresAbout(middle, losses, frequency, start);
    squares.add(about + ((apart * apart * rows) / (rows + some)) * some);
    rows += some;
    mean = rows === some ? middle : mean + (apart * some) / rows;
  }
  return { rows: rowsIn(frequency, lines), mean: total.value / rows, squares: squares.value };
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
