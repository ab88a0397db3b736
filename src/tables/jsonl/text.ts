const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPES = new Map<number, number>([
  [QUOTE, QUOTE],
  [BACKSLASH, BACKSLASH],
  [0x2f, 0x2f],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
const LOWER_U = 0x75;

/** Four hexadecimal digits as a number, or -1. */
function hexAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return -1;
  let value = 0;
  for (let digit = at; digit < at + 4; digit++) {
    const byte = bytes[digit]!;
    const lower = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) value = value * 16 + byte - 0x30;
    else if (lower >= 0x61 && lower <= 0x66) value = value * 16 + lower - 0x57;
    else return -1;
  }
  return value;
}

/** Where the closing quote of a JSON string is that opens before `from`, or -1; says whether it has escapes. */
export function closingQuote(bytes: Uint8Array, from: number, end: number): { at: number; escaped: boolean } {
  let escaped = false;
  for (let at = from; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return { at, escaped };
    if (byte < 0x20) break;
    if (byte !== BACKSLASH) continue;
    escaped = true;
    at++;
    if (at < end && bytes[at] === LOWER_U) {
      if (hexAt(bytes, at + 1, end) < 0) break;
      at += 4;
    } else if (at >= end || !ESCAPES.has(bytes[at]!)) break;
  }
  return { at: -1, escaped };
}

/**
 * The UTF-8 of a JSON string's contents, escapes resolved, written to `into`, which is at least as long.
 * Returns its length, or -1 for half a surrogate pair, which no text contains.
 */
export function unescaped(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte !== BACKSLASH) {
      into[length++] = byte;
      continue;
    }
    at++;
    if (bytes[at] !== LOWER_U) {
      into[length++] = ESCAPES.get(bytes[at]!)!;
      continue;
    }
    let point = hexAt(bytes, at + 1, end);
    at += 4;
    if (point >= 0xd800 && point < 0xe000) {
      const paired = bytes[at + 1] === BACKSLASH && bytes[at + 2] === LOWER_U;
      const low = paired ? hexAt(bytes, at + 3, end) : -1;
      if (point >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return -1;
      point = 0x10000 + (point - 0xd800) * 0x400 + (low - 0xdc00);
      at += 6;
    }
    length = encode(point, into, length);
  }
  return length;
}

function encode(point: number, into: Uint8Array, at: number): number {
  if (point < 0x80) {
    into[at] = point;
    return at + 1;
  }
  const following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  const lead = [0, 0xc0, 0xe0, 0xf0][following]!;
  into[at] = lead | (point >> (6 * following));
  for (let index = 1; index <= following; index++) {
    into[at + index] = 0x80 | ((point >> (6 * (following - index))) & 0x3f);
  }
  return at + following + 1;
}
