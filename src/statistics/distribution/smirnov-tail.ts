/** Up to so many pairs of rows the exact p-value is worth its time, some ten milliseconds. */
export const EXACT_CELLS = 4_000_000;

/**
 * The chance that, of all orders in which `n` and `m` rows can be drawn, two distribution functions come at
 * least `apart / (n·m)` from each other at the end of a block of equal values; `blocks` has 1 there. A walk over
 * the grid of how many rows of either side are drawn, where each cell holds the chance to have come that far apart on
 * the way to it: sums of what is positive, so that small chances keep their digits.
 */
export function smirnovTail(n: number, m: number, apart: number, blocks: Uint8Array): number {
  if (apart === 0) return 1;
  const chance = new Float64Array(m + 1);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (blocks[i + j] === 1 && Math.abs(i * m - j * n) >= apart) chance[j] = 1;
      else if (i === 0) chance[j] = j === 0 ? 0 : chance[j - 1]!;
      else if (j > 0) chance[j] = (i * chance[j]! + j * chance[j - 1]!) / (i + j);
    }
  }
  return Math.min(1, chance[m]!);
}
