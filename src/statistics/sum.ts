/**
 * A running sum with Neumaier's correction: the error does not grow with the number of terms.
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974).
 */
export class Sum {
  #total = 0;
  #lost = 0;

  add(term: number): void {
    const next = this.#total + term;
    this.#lost +=
      Math.abs(this.#total) >= Math.abs(term) ? this.#total - next + term : term - next + this.#total;
    this.#total = next;
  }

  get value(): number {
    // An overflow leaves infinity - infinity in the correction.
    return Number.isFinite(this.#total) ? this.#total + this.#lost : this.#total;
  }
}

/** Terms that a hot pass may sum plainly before their sum is added with its rounding kept; 2 to this power overflows nothing. */
export const BLOCK = 64;

export function sumOf(values: Float64Array): number {
  const sum = new Sum();
  for (let index = 0; index < values.length; index++) sum.add(values[index]!);
  return sum.value;
}

/** The mean of `values`, of one or more rows, under weights that are not all zero. */
export function meanOf(values: Float64Array, weight: Float64Array | null): number {
  if (weight === null) return sumOf(values) / values.length;
  const sum = new Sum();
  for (let row = 0; row < values.length; row++) sum.add(values[row]! * weight[row]!);
  return sum.value / sumOf(weight);
}
