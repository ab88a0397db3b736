import { inStretches } from "../stretch.ts";

/** The least and the most of some numbers; infinities the wrong way round of none. */
export function rangeOf(values: Float64Array) {
  const range = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  inStretches(values.length, (start, end) => widen(range, values, start, end));
  return { low: range[0]!, high: range[1]! };
}

function widen(range: Float64Array, values: Float64Array, start: number, end: number): void {
  let low = range[0]!;
  let high = range[1]!;
  for (let row = start; row < end; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  range[0] = low;
  range[1] = high;
}
