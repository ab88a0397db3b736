import { scalar } from "../../documents/build.ts";
import type { Place } from "../../documents/place.ts";
import type { Scalar } from "../../documents/value.ts";
import type { Flat } from "./flat.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A stretch of text cut into tokens, each of which can be turned into a value with its place. */
export interface Prose {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The place of the character at `index`. */
  at(index: number): Place;
}

export type PlaceOf = (offset: number) => Place;

export function proseOf(flat: Flat, place: PlaceOf): Prose {
  return { text: flat.text, tokens: tokenize(flat.text), at: (index) => place(flat.offset(index)) };
}

/** A part of the prose, by token range; the text and the places stay those of the whole. */
export function part(prose: Prose, first: number, next: number = prose.tokens.length): Prose {
  return { ...prose, tokens: prose.tokens.slice(first, next) };
}

/** The text from one token to another, as written. */
export function written(prose: Prose, first: Token, last: Token): string {
  return prose.text.slice(first.start, last.end);
}

/** The tokens as one text value; null for no token. */
export function textValue(prose: Prose, tokens: readonly Token[] = prose.tokens): Scalar | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return null;
  const text = written(prose, first, last);
  return scalar(text.replace(/\s+/g, " "), prose.at(first.start), text);
}

const OPENS: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  [">", "<"],
]);

/** Tokens without the marks at either end, except a bracket whose partner is inside. */
export function trimMarks(tokens: readonly Token[]): readonly Token[] {
  let [first, next] = [0, tokens.length];
  while (first < next && tokens[first]!.kind === "mark" && !isPaired(tokens, first)) first += 1;
  while (next > first && tokens[next - 1]!.kind === "mark" && !isPaired(tokens, next - 1)) next -= 1;
  return tokens.slice(first, next);
}

function isPaired(tokens: readonly Token[], at: number): boolean {
  const bracket = tokens[at]!.text;
  const open = OPENS.get(bracket);
  if (open !== undefined)
    return at > 0 && tokens[0]!.text !== open && tokens.some(({ text }) => text === open);
  const closes = [...OPENS].find(([, opener]) => opener === bracket)?.[0];
  return closes !== undefined && tokens.at(-1)!.text !== closes && tokens.some(({ text }) => text === closes);
}
