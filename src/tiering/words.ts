import { asSeen } from "../documents/lookalikes.ts";

/** Words of the longest name that a policy may list. */
const LONGEST_RUN = 6;

/** Where a word begins inside what is written as one: "applicantSex", "SEXCode", "gender0". */
const INNER = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu;

/** However it is typed, and whatever stands unseen between its letters. */
export function wordsOf(text: string): string[] {
  return asSeen(text.replaceAll(/\p{Cf}/gu, "").replaceAll(INNER, " "))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** One spelling for each name: "Health care", "health-care" and "healthcare". */
export function spelt(name: string): string {
  return wordsOf(name).join("");
}

/** How many words from `index` on are one of the names, however it is divided; 0 for none. The longest counts. */
export function nameLength(words: readonly string[], index: number, names: ReadonlySet<string>): number {
  let [run, found] = ["", 0];
  for (let length = 1; length <= LONGEST_RUN && index + length <= words.length; length += 1) {
    run += words[index + length - 1];
    if (names.has(run)) found = length;
  }
  return found;
}

/** What the runs of words of a text mean, each once. */
export function namedIn(text: string, meanings: ReadonlyMap<string, readonly string[]>): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let index = 0; index < words.length; index += 1) {
    let run = "";
    for (const word of words.slice(index, index + LONGEST_RUN)) {
      run += word;
      for (const name of meanings.get(run) ?? []) found.add(name);
    }
  }
  return [...found];
}

/** "consumer credit" names credit, and "health care" names healthcare. */
export function namesOneOf(text: string, names: ReadonlySet<string>): boolean {
  return nameIn(text, names) !== null;
}

/** The first of the names that the text has, as `names` spells it; null when it has none. */
export function nameIn(text: string, names: ReadonlySet<string>): string | null {
  const words = wordsOf(text);
  for (const index of words.keys()) {
    const length = nameLength(words, index, names);
    if (length > 0) return words.slice(index, index + length).join("");
  }
  return null;
}
