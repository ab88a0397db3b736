/**
 * Holm's adjusted p-values, in the order given: rejecting those at or below α keeps the chance of even one
 * false alarm in the family at α, whatever their dependence.
 * Source: S. Holm, Scand. J. Stat. 6 (1979) 65-70; statsmodels multipletests(method="holm").
 * @throws RangeError when a p-value is not in [0, 1].
 */
export function holm(p: Float64Array): Float64Array {
  const order = ascendingOrder(p);
  const adjusted = new Float64Array(p.length);
  let largest = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank]!;
    largest = Math.max(largest, p[index]! * (p.length - rank));
    adjusted[index] = Math.min(1, largest);
  }
  return adjusted;
}

/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: rejecting those at or below q keeps the
 * expected share of false alarms among the alarms at q, for tests that are independent or positively dependent.
 * Source: Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289-300; statsmodels multipletests(method="fdr_bh").
 * @throws RangeError when a p-value is not in [0, 1].
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = ascendingOrder(p);
  const adjusted = new Float64Array(p.length);
  let least = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const index = order[rank]!;
    // The factor is never below 1, but the product may round below p.
    least = Math.min(least, Math.max(p[index]!, p[index]! / ((rank + 1) / p.length)));
    adjusted[index] = least;
  }
  return adjusted;
}

function ascendingOrder(p: Float64Array): Uint32Array {
  if (!p.every((value) => value >= 0 && value <= 1)) throw new RangeError("a p-value lies between 0 and 1");
  return Uint32Array.from(p.keys()).sort((left, right) => p[left]! - p[right]!);
}
