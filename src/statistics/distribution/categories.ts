import type { PairedCounts } from "./paired-counts.ts";

/** How many rows have each category, and how many have none. */
export interface CategoryCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly missing: number;
}

/**
 * The rows of either population in each category: those of the reference first, then those only the current
 * population has; missing values are the last when there are any.
 */
export function countInCategories(reference: CategoryCounts, current: CategoryCounts): PairedCounts {
  const categories = [...new Set([...reference.counts.keys(), ...current.counts.keys()])];
  const withMissing = reference.missing + current.missing > 0;
  const countsOf = ({ counts, missing }: CategoryCounts) => {
    const present = categories.map((category) => counts.get(category) ?? 0);
    return Float64Array.from(withMissing ? [...present, missing] : present);
  };
  return { reference: countsOf(reference), current: countsOf(current) };
}
