import type { Verdict } from "./verdict.ts";

/** More of one kind in one file are one answer: no one reads them, and a hostile file could hold millions. */
const MOST = 20;

/** An answer for each of the first, and one for all that are left. */
export function* oneByOne<T>(
  items: readonly T[],
  each: (item: T) => Verdict,
  others: (first: T, left: number) => Verdict,
): Generator<Verdict> {
  for (const item of items.slice(0, MOST)) yield each(item);
  const next = items[MOST];
  if (next !== undefined) yield others(next, items.length - MOST);
}
