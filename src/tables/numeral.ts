const SPACE = 0x20;
const TAB = 0x09;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const LOWER_E = 0x65;
const CASE_BIT = 0x20;

/** Powers of ten that a double holds exactly. */
export const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const LARGEST_POWER = 22;
/** Digits that a double holds exactly whatever they are. */
const HEAD_DIGITS = 15;
const ALL_DIGITS = 19;
/** Veltkamp's constant for halving a 53-bit significand. */
const SPLITTER = 2 ** 27 + 1;
const BEYOND_DOUBT = 1 + 2 ** -40;

/**
 * The double nearest to a decimal numeral, correctly rounded: `[+-]digits[.digits][e[+-]digits]` with
 * spaces or tabs around it. NaN when the bytes are anything else (the empty string, "nan", "0x1f",
 * "1_000", "0,5"); an infinity when the numeral is too large for a double.
 * Source: Clinger, "How to read floating point numbers accurately" (1990), for up to 15 digits.
 */
export function numeral(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;

  let at = from;
  const sign = bytes[at]!;
  if (at < to && (sign === MINUS || sign === PLUS)) at++;

  let head = 0;
  let tail = 0;
  let significant = 0;
  let written = 0;
  let decimals = 0;
  let inFraction = false;
  for (; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      written++;
      if (inFraction) decimals++;
      if (significant < HEAD_DIGITS) {
        head = head * 10 + digit;
        if (head !== 0) significant++;
      } else {
        if (significant < ALL_DIGITS) tail = tail * 10 + digit;
        significant++;
      }
    } else if (digit === POINT - ZERO && !inFraction) inFraction = true;
    else break;
  }
  if (written === 0) return Number.NaN;

  let power = -decimals;
  if (at < to) {
    if ((bytes[at]! | CASE_BIT) !== LOWER_E) return Number.NaN;
    const exponent = exponentAt(bytes, at + 1, to);
    if (Number.isNaN(exponent)) return Number.NaN;
    power += exponent;
  }

  const size = magnitude(head, tail, significant, power);
  if (Number.isNaN(size)) return Number(asciiText(bytes, from, to));
  return sign === MINUS ? -size : size;
}

/** NaN where this arithmetic cannot promise the nearest double. */
function magnitude(head: number, tail: number, significant: number, power: number): number {
  if (significant > ALL_DIGITS || power < -LARGEST_POWER || power > LARGEST_POWER) return Number.NaN;
  if (significant <= HEAD_DIGITS) return power < 0 ? head / POWERS[-power]! : head * POWERS[power]!;
  return power > 0 ? Number.NaN : quotient(head, tail, significant - HEAD_DIGITS, POWERS[-power]!);
}

/**
 * (head · 10^tailDigits + tail) / divisor in twice the precision of a double, rounded once; NaN when
 * that is too close to the middle of two doubles to be sure which is nearer.
 * Source: Dekker, "A floating-point technique for extending the available precision" (1971).
 */
function quotient(head: number, tail: number, tailDigits: number, divisor: number): number {
  const shift = POWERS[tailDigits]!;
  const product = head * shift;
  const high = product + tail;
  const added = high - product;
  const low = product - (high - added) + (tail - added) + productError(head, shift, product);
  const first = high / divisor;
  const back = first * divisor;
  const rest = high - back - productError(first, divisor, back) + low;
  const second = rest / divisor;
  const sum = first + second;
  const lost = second - (sum - first);
  return sum + lost * BEYOND_DOUBT === sum ? sum : Number.NaN;
}

function productError(a: number, b: number, product: number): number {
  const aScaled = a * SPLITTER;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * SPLITTER;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function exponentAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const sign = bytes[at]!;
  if (at < end && (sign === MINUS || sign === PLUS)) at++;
  if (at >= end) return Number.NaN;
  let exponent = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    if (exponent < 1e7) exponent = exponent * 10 + digit;
  }
  return sign === MINUS ? -exponent : exponent;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** One character per byte; meant for bytes known or supposed to be ASCII. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}
