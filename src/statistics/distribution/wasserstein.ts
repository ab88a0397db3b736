import { Sum } from "../sum.ts";
import { type Ordered, rowsOfFirst, rowsPresent } from "./ordered.ts";

/**
 * The Wasserstein-1 (earth mover's) distance of the values present, in their own unit: the area between the two
 * distribution functions. The reason when a side has no values, or an infinite one.
 * Source: SciPy wasserstein_distance.
 */
export function wasserstein(reference: Ordered, current: Ordered): number | string {
  const [from, to] = [reference.values, current.values];
  if (from.length === 0) return "the reference has no values";
  if (to.length === 0) return "the current population has no values";
  const lowest = Math.min(from[0]!, to[0]!);
  const highest = Math.max(from.at(-1)!, to.at(-1)!);
  if (!Number.isFinite(highest - lowest)) return "the values are farther apart than a number can hold";
  const [n, m] = [rowsPresent(reference), rowsPresent(current)];
  const area = new Sum();
  let [i, j, last] = [0, 0, lowest];
  while (i < from.length || j < to.length) {
    const next = Math.min(from[i] ?? highest, to[j] ?? highest);
    area.add(Math.abs(rowsOfFirst(reference, i) / n - rowsOfFirst(current, j) / m) * (next - last));
    while (i < from.length && from[i]! === next) i++;
    while (j < to.length && to[j]! === next) j++;
    last = next;
  }
  return area.value;
}
