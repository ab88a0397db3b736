import { distance } from "fastest-levenshtein";

/** The candidate that `name` is a slip of, or else holds as whole words ("test_accuracy"); null when none. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  if (name === "") return null;
  return slipOf(name, candidates) ?? longestWithin(name, candidates);
}

/** At most a third of the letters may differ. */
function slipOf(name: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const away = distance(name, candidate);
    if (away >= least || away > Math.max(name.length, candidate.length) / 3) continue;
    least = away;
    nearest = candidate;
  }
  return nearest;
}

function longestWithin(name: string, candidates: readonly string[]): string | null {
  const within = candidates.filter((candidate) => `_${name}_`.includes(`_${candidate}_`));
  return within.toSorted((left, right) => right.length - left.length)[0] ?? null;
}
