import type { Token } from "./tokens.ts";

/** A vocabulary of phrases, found in tokens by the longest match. Phrases are lower case, words joined by one space. */
export class Phrases<T> {
  private readonly known = new Map<string, T>();
  private longest = 1;

  constructor(entries: Iterable<readonly [phrase: string, means: T]>) {
    for (const [phrase, means] of entries) {
      this.known.set(phrase, means);
      this.longest = Math.max(this.longest, phrase.split(" ").length);
    }
  }

  /** The longest phrase whose first word is the token at `index`. */
  at(tokens: readonly Token[], index: number): { means: T; length: number } | null {
    let phrase = "";
    let found: { means: T; length: number } | null = null;
    for (let length = 1; length <= this.longest; length += 1) {
      const token = tokens[index + length - 1];
      if (!token || token.kind === "mark") break;
      phrase = length === 1 ? token.text : `${phrase} ${token.text}`;
      const means = this.known.get(phrase);
      if (means !== undefined) found = { means, length };
    }
    return found;
  }

  isAmong(tokens: readonly Token[]): boolean {
    return tokens.some((_, index) => this.at(tokens, index) !== null);
  }
}

/** For vocabularies that only have members. */
export function phrases(text: string): Phrases<string> {
  const members = text
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
  return new Phrases(members.map((phrase) => [phrase, phrase] as const));
}
