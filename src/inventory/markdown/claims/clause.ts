import { averageAt, metricAt } from "../metric-words.ts";
import type { Prose } from "../prose.ts";
import type { Self } from "../self.ts";
import { splitAt } from "../splits.ts";
import { LINKS, NEUTRAL, OURS, SUBJECT } from "../wording.ts";

const PLAIN_MARKS = new Set([
  ",",
  ":",
  "(",
  ")",
  "—",
  "–",
  "-",
  '"',
  "'",
  "“",
  "”",
  "*",
  "•",
  "·",
  "\n",
  "&",
  "|",
  "’",
  ".",
]);

/**
 * Do the words from `first` to `next` speak of the whole model and nothing narrower? Every word has to be known:
 * "on the test set the model reaches a" does, "for applicants under 25 the" does not.
 */
export function speaksOfTheModel(prose: Prose, first: number, next: number, self: Self): boolean {
  let hadSplit = false;
  for (let index = first; index < next; ) {
    const split = splitAt(prose.tokens, index);
    const known = split ? split.next - index : knownWords(prose, index, self, hadSplit);
    if (known === 0) return false;
    hadSplit ||= split !== null;
    index += known;
  }
  return true;
}

function knownWords(prose: Prose, index: number, self: Self, hadSplit: boolean): number {
  const { tokens } = prose;
  const token = tokens[index]!;
  if (token.kind === "mark") return PLAIN_MARKS.has(token.text) || isPicture(token.text) ? 1 : 0;
  if (token.kind === "number") return hadSplit ? countedNoun(prose, index) : 0;
  const metric = metricAt(tokens, index, prose.text);
  if (metric) return metric.next - index;
  const phrase =
    SUBJECT.at(tokens, index) ??
    LINKS.at(tokens, index) ??
    NEUTRAL.at(tokens, index) ??
    OURS.at(tokens, index);
  if (phrase) return phrase.length;
  return averageAt(tokens, index)?.length ?? (self.words.has(token.text) ? 1 : 0);
}

/** "test set of 4,000 patients": a whole number and what it counts. */
function countedNoun(prose: Prose, index: number): number {
  const [count, noun] = [prose.tokens[index]!, prose.tokens[index + 1]];
  if (!/^[\d,]+$/.test(count.text)) return 0;
  return noun?.kind === "word" ? 2 : 1;
}

function isPicture(text: string): boolean {
  return /\p{Extended_Pictographic}|\ufe0f|\u200d/u.test(text);
}
