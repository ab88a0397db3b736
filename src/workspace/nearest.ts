import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant, or null when nothing is near enough to be worth saying. */
export function nearest(name: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const best = closest(name, names);
  const near = Math.max(2, Math.floor(name.length * 0.4));
  return distance(name, best) <= near ? best : null;
}
