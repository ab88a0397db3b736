/** Why these weights cannot weigh rows, or null; no weights are fine. */
export function weightFlaw(weight: Float64Array | null): string | null {
  if (weight === null) return null;
  let total = 0;
  for (let row = 0; row < weight.length; row++) {
    const value = weight[row]!;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      return "a weight is negative or not a finite number";
    total += value;
  }
  if (total === 0) return "every weight is zero";
  return Number.isFinite(total) ? null : "the weights sum to more than a number can hold";
}

/** The weight of a row: 1 where there are no weights. */
export function weightAt(weight: Float64Array | null, row: number): number {
  return weight === null ? 1 : weight[row]!;
}
