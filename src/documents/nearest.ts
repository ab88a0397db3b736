import { distance } from "fastest-levenshtein";

const LONGEST_WORD = 64;

/** The candidate most like the word, or null when none is close enough to be what was meant. First wins a tie. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST_WORD) return null;
  const plain = simplified(word);
  let best: string | null = null;
  let least = Math.ceil(plain.length / 3) + 1;
  for (const candidate of candidates) {
    const edits = distance(plain, simplified(candidate));
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

function simplified(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, "_");
}
