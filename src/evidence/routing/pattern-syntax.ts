export type PatternNode =
  | { readonly kind: "one"; readonly fits: (character: string) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly of: PatternNode; readonly least: 0 | 1; readonly again: boolean };

const MOST_CHARACTERS = 1000;
const MOST_GROUPS = 20;

const CLASSES: Readonly<Record<string, (character: string) => boolean>> = {
  d: (character) => /^[0-9]$/.test(character),
  D: (character) => !/^[0-9]$/.test(character),
  w: (character) => /^[0-9A-Za-z_]$/.test(character),
  W: (character) => !/^[0-9A-Za-z_]$/.test(character),
  s: (character) => /^[\t\n\f\r ]$/.test(character),
  S: (character) => !/^[\t\n\f\r ]$/.test(character),
};
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const REPEATS = new Map([
  ["*", { least: 0, again: true }],
  ["+", { least: 1, again: true }],
  ["?", { least: 0, again: false }],
] as const);

/** Raised for what is not read, and caught where the reading began. */
class NotRead extends Error {}

/** The bounded part of RE2 that routes are written in; null for anything else. */
export function parsePattern(pattern: string): PatternNode | null {
  if (pattern.length > MOST_CHARACTERS) return null;
  try {
    return new PatternReader([...pattern]).whole();
  } catch (thrown) {
    if (thrown instanceof NotRead) return null;
    throw thrown;
  }
}

class PatternReader {
  readonly #text: readonly string[];
  #at = 0;
  #groups = 0;

  constructor(text: readonly string[]) {
    this.#text = text;
  }

  whole(): PatternNode {
    const root = this.#choice();
    if (this.#at < this.#text.length) throw new NotRead();
    return root;
  }

  #choice(): PatternNode {
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    // The pattern is anchored already, so that outside of groups these two say nothing.
    if (this.#groups === 0) this.#take("^");
    while (this.#at < this.#text.length && this.#next !== "|" && this.#next !== ")") {
      if (this.#take("$")) this.#mustEnd();
      else parts.push(this.#repeated());
    }
    return { kind: "sequence", parts };
  }

  #mustEnd(): void {
    const last = this.#next === undefined || this.#next === "|";
    if (this.#groups > 0 || !last) throw new NotRead();
  }

  #repeated(): PatternNode {
    const of = this.#atom();
    const repeat = REPEATS.get(this.#next as "*");
    if (repeat === undefined) return of;
    this.#at += 1;
    // A lazy repetition matches the same whole texts.
    this.#take("?");
    if (REPEATS.has(this.#next as "*") || this.#next === "{") throw new NotRead();
    return { kind: "repeat", of, ...repeat };
  }

  #atom(): PatternNode {
    const character = this.#text[this.#at++]!;
    if (character === "(") return this.#group();
    if (character === "[") return { kind: "one", fits: this.#class() };
    if (character === ".") return { kind: "one", fits: (given) => given !== "\n" };
    if (character === "\\") return { kind: "one", fits: this.#escape() };
    if ("^*+?{}]".includes(character)) throw new NotRead();
    return { kind: "one", fits: (given) => given === character };
  }

  #group(): PatternNode {
    if (++this.#groups > MOST_GROUPS) throw new NotRead();
    if (this.#take("?") && !this.#take(":")) throw new NotRead();
    const inside = this.#choice();
    if (!this.#take(")")) throw new NotRead();
    this.#groups -= 1;
    return inside;
  }

  #escape(): (character: string) => boolean {
    const character = this.#text[this.#at++] ?? "";
    const known = Object.hasOwn(CLASSES, character) ? CLASSES[character] : undefined;
    if (known) return known;
    const literal = ESCAPES.get(character) ?? (PUNCTUATION.test(character) ? character : null);
    if (literal === null) throw new NotRead();
    return (given) => given === literal;
  }

  #class(): (character: string) => boolean {
    const outside = this.#take("^");
    const fits: ((character: string) => boolean)[] = [];
    for (let first = true; first || this.#next !== "]"; first = false) fits.push(this.#member());
    this.#at += 1;
    return (character) => fits.some((each) => each(character)) !== outside;
  }

  #member(): (character: string) => boolean {
    const from = this.#text[this.#at++];
    if (from === undefined || from === "[") throw new NotRead();
    if (from === "\\") return this.#escape();
    if (this.#next !== "-" || this.#text[this.#at + 1] === "]") return (character) => character === from;
    this.#at += 1;
    const to = this.#text[this.#at++];
    if (to === undefined || to === "\\" || to === "[" || codeOf(to) < codeOf(from)) throw new NotRead();
    return (character) => codeOf(from) <= codeOf(character) && codeOf(character) <= codeOf(to);
  }

  get #next(): string | undefined {
    return this.#text[this.#at];
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
