/** What is at this place is not JSON. */
export const BROKEN = -1;

const LITERALS = ["null", "true", "false", "NaN", "Infinity", "-Infinity"].map((text) => Buffer.from(text));

/** Where the white space that starts at `from` ends. */
export function blanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d || bytes[at] === 0x0a))
    at++;
  return at;
}

/** Where null, true, false or one of the literals that Python writes for its floats ends, or `BROKEN`. */
export function literalEnd(bytes: Uint8Array, from: number, end: number): number {
  const literal = LITERALS.find(
    (text) => from + text.length <= end && sameBytes(text, bytes, from, from + text.length),
  );
  return literal ? from + literal.length : BROKEN;
}

export function sameBytes(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let index = 0; index < known.length; index++) if (known[index] !== bytes[start + index]) return false;
  return true;
}

/** Where a number of JSON's own grammar ends, or `BROKEN`: no leading zeros, no plus, digits on both sides of the point. */
export function numberEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  const whole = digits(bytes, at, end);
  if (whole === at || (bytes[at] === 0x30 && whole > at + 1)) return BROKEN;
  at = whole;
  if (bytes[at] === 0x2e && at < end) {
    const fraction = digits(bytes, at + 1, end);
    if (fraction === at + 1) return BROKEN;
    at = fraction;
  }
  if (at < end && (bytes[at]! | 0x20) === 0x65) {
    const signed = bytes[at + 1] === 0x2b || bytes[at + 1] === 0x2d ? at + 2 : at + 1;
    const exponent = digits(bytes, signed, end);
    if (exponent === signed) return BROKEN;
    at = exponent;
  }
  return at;
}

function digits(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  return at;
}
