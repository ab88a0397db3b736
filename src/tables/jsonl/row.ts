import { BROKEN, blanks, literalEnd, numberEnd, sameBytes } from "./scalar.ts";
import { closingQuote, unescaped } from "./text.ts";

/** What a field of the last row is. Literals Python writes though JSON has them not count as numbers. */
export const ABSENT = 0;
export const TEXT = 1;
export const ESCAPED_TEXT = 2;
export const SCALAR = 3;
export const NULL = 4;
export const NESTED = 5;

const NOT_JSON = "a line is not valid JSON";
const MOST_REMEMBERED = 10_000;
const LOWER_N = 0x6e;

/**
 * One JSON object in a line: where the values of the wanted keys are, nothing decoded. Accepts exactly
 * what JSON allows, and NaN, Infinity and -Infinity. Keys that are not wanted are passed over, unless
 * `learns`, which wants every key it meets.
 */
export class JsonRow {
  readonly names: string[];
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** No value of the last row has escapes or is nested. */
  plain = true;
  private readonly places = new Map<string, number>();
  private readonly learns: boolean;
  private readonly deepest: number;
  /** The keys of the last row as bytes: rows mostly have the same keys in the same order. */
  private readonly order: { readonly bytes: Uint8Array; readonly place: number }[] = [];

  constructor(names: readonly string[], deepest: number, learns = false) {
    this.names = [...names];
    this.kinds = this.names.map(() => ABSENT);
    this.starts = this.names.map(() => 0);
    this.ends = this.names.map(() => 0);
    for (const [place, name] of this.names.entries()) this.places.set(name, place);
    this.deepest = deepest;
    this.learns = learns;
  }

  /** What is wrong with the line, or null when it is one object without a wanted key twice. */
  scan(bytes: Uint8Array, from: number, end: number): string | null {
    this.kinds.fill(ABSENT);
    this.plain = true;
    let at = blanks(bytes, from, end);
    if (bytes[at] !== 0x7b) return "a line is not a JSON object";
    at = blanks(bytes, at + 1, end);
    if (bytes[at] === 0x7d && at < end) return this.endsAt(bytes, at + 1, end);
    for (let position = 0; ; position++) {
      if (bytes[at] !== 0x22 || at >= end) return NOT_JSON;
      const key = closingQuote(bytes, at + 1, end);
      if (key.at < 0) return NOT_JSON;
      const place = this.placeOf(bytes, at + 1, key.at, key.escaped, position);
      at = blanks(bytes, key.at + 1, end);
      if (bytes[at] !== 0x3a || at >= end) return NOT_JSON;
      at = blanks(bytes, at + 1, end);
      if (place >= 0 && this.kinds[place] !== ABSENT) return "a line has the same key twice";
      at = this.value(bytes, at, end, place, 0);
      if (at === BROKEN) return NOT_JSON;
      at = blanks(bytes, at, end);
      if (at >= end) return NOT_JSON;
      if (bytes[at] === 0x7d) return this.endsAt(bytes, at + 1, end);
      if (bytes[at] !== 0x2c) return NOT_JSON;
      at = blanks(bytes, at + 1, end);
    }
  }

  private endsAt(bytes: Uint8Array, at: number, end: number): string | null {
    return blanks(bytes, at, end) === end ? null : NOT_JSON;
  }

  private placeOf(bytes: Uint8Array, start: number, end: number, escaped: boolean, position: number): number {
    const expected = this.order[position];
    if (expected && sameBytes(expected.bytes, bytes, start, end)) return expected.place;
    const raw = bytes.slice(start, end);
    const length = escaped ? unescaped(bytes, start, end, raw) : raw.length;
    const name = Buffer.from(raw.subarray(0, Math.max(0, length))).toString("utf8");
    let place = length < 0 ? -1 : (this.places.get(name) ?? -1);
    if (place < 0 && length >= 0 && this.learns) place = this.learn(name);
    if (!escaped && position < MOST_REMEMBERED) this.order[position] = { bytes: raw, place };
    return place;
  }

  private learn(name: string): number {
    const place = this.names.push(name) - 1;
    this.kinds.push(ABSENT);
    this.places.set(name, place);
    return place;
  }

  /** Passes over one value and notes it when `place` is wanted; returns where it ends, or `BROKEN`. */
  private value(bytes: Uint8Array, from: number, end: number, place: number, depth: number): number {
    if (from >= end) return BROKEN;
    const byte = bytes[from]!;
    if (byte === 0x22) {
      const closing = closingQuote(bytes, from + 1, end);
      if (closing.at < 0) return BROKEN;
      this.note(place, closing.escaped ? ESCAPED_TEXT : TEXT, from + 1, closing.at);
      return closing.at + 1;
    }
    if (byte === 0x7b || byte === 0x5b) {
      this.note(place, NESTED, from, from);
      return depth < this.deepest ? this.nested(bytes, from, end, depth + 1) : BROKEN;
    }
    let to = numberEnd(bytes, from, end);
    if (to === BROKEN) to = literalEnd(bytes, from, end);
    if (to !== BROKEN) this.note(place, byte === LOWER_N ? NULL : SCALAR, from, to);
    return to;
  }

  private nested(bytes: Uint8Array, from: number, end: number, depth: number): number {
    const isObject = bytes[from] === 0x7b;
    const closer = isObject ? 0x7d : 0x5d;
    let at = blanks(bytes, from + 1, end);
    if (bytes[at] === closer && at < end) return at + 1;
    for (;;) {
      if (isObject) {
        const key = bytes[at] === 0x22 && at < end ? closingQuote(bytes, at + 1, end).at : BROKEN;
        if (key === BROKEN) return BROKEN;
        at = blanks(bytes, key + 1, end);
        if (bytes[at] !== 0x3a || at >= end) return BROKEN;
        at = blanks(bytes, at + 1, end);
      }
      at = this.value(bytes, at, end, -1, depth);
      if (at === BROKEN) return BROKEN;
      at = blanks(bytes, at, end);
      if (at >= end) return BROKEN;
      if (bytes[at] === closer) return at + 1;
      if (bytes[at] !== 0x2c) return BROKEN;
      at = blanks(bytes, at + 1, end);
    }
  }

  private note(place: number, kind: number, start: number, end: number): void {
    if (place < 0) return;
    this.kinds[place] = kind;
    if (kind === ESCAPED_TEXT || kind === NESTED) this.plain = false;
    this.starts[place] = start;
    this.ends[place] = end;
  }
}
