import { BROKEN, blanks, literalEnd, numberEnd } from "./scalar.ts";
import { closingQuote } from "./text.ts";

const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const RETURN = 0x0d;

/** What an object has around its values: rows of one writer mostly have the same. */
export interface Frame {
  readonly keys: readonly string[];
  /** The bytes before each value, and those after the last. */
  readonly before: readonly Uint8Array[];
}

/** The frame of a line that is a JSON object; null when it is empty, has values in values or escapes in keys. */
export function frameOf(bytes: Uint8Array, start: number, end: number): Frame | null {
  const keys: string[] = [];
  const before: Uint8Array[] = [];
  let rest = start;
  for (let at = blanks(bytes, start, end) + 1; ; at++) {
    const key = blanks(bytes, at, end) + 1;
    if (bytes[key - 1] !== QUOTE || key > end) return null;
    const closing = closingQuote(bytes, key, end);
    if (closing.at < 0 || closing.escaped) return null;
    at = blanks(bytes, closing.at + 1, end);
    if (bytes[at] !== COLON) return null;
    at = blanks(bytes, at + 1, end);
    keys.push(Buffer.from(bytes.subarray(key, closing.at)).toString("utf8"));
    before.push(bytes.slice(rest, at));
    rest = scalarEnd(bytes, at, end);
    if (rest === BROKEN) return null;
    at = blanks(bytes, rest, end);
    if (bytes[at] !== COMMA) break;
  }
  before.push(bytes.slice(rest, bytes[end - 1] === RETURN ? end - 1 : end));
  return { keys, before };
}

function scalarEnd(bytes: Uint8Array, from: number, end: number): number {
  if (bytes[from] !== QUOTE) {
    const number = numberEnd(bytes, from, end);
    return number === BROKEN ? literalEnd(bytes, from, end) : number;
  }
  const { at } = closingQuote(bytes, from + 1, end);
  return at < 0 ? BROKEN : at + 1;
}
