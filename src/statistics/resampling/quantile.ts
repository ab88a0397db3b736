/**
 * The quantile of one or more ascending numbers, between two of them in proportion. `share` from 0 to 1.
 * Source: R. J. Hyndman, Y. Fan, Am. Stat. 50 (1996) 361-365, type 7, which is NumPy's default.
 */
export function quantileOf(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (place - below);
}
