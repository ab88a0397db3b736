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
    let [some, sum] = [0, 0];
    for (let index = 0; index < losses.length; index++) {
      const each = rowsAt(frequency, start + index);
      const term = each * losses[index]!;
      some += each;
      sum += term;
      if (!neverNegative) total.add(term);
    }
    if (neverNegative) total.add(sum);
    const middle = sum / some;
    let about = 0;
    for (let index = 0; index < losses.length; index++) {
      about += rowsAt(frequency, start + index) * (losses[index]! - middle) ** 2;
    }
    const apart = rows === 0 ? 0 : middle - mean;
    squares.add(about + ((apart * apart * rows) / (rows + some)) * some);
    rows += some;
    mean = rows === some ? middle : mean + (apart * some) / rows;
  }
  return { rows: rowsIn(frequency, lines), mean: total.value / rows, squares: squares.value };
}
