import type { TimeUnit } from "./leaf.ts";

const DAY_MILLIS = 86_400_000;
const FURTHEST_MILLIS = 8.64e15;
const DECIMALS = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;
/** "T00:00:00.000Z" */
const TIME_OF_DAY = 14;
/** ".000Z" */
const MILLIS_AND_ZONE = 5;

/** ISO 8601, with all the decimals of the unit; the bare integer beyond the years that a calendar has. */
export function timestampText(value: bigint, unit: TimeUnit, utc: boolean): string {
  const [seconds, fraction] = split(value, unit);
  const millis = Number(seconds) * 1000;
  if (Math.abs(millis) > FURTHEST_MILLIS) return String(value);
  const text = new Date(millis).toISOString().slice(0, -MILLIS_AND_ZONE);
  return `${text}.${fraction}${utc ? "Z" : ""}`;
}

export function dateText(days: number): string {
  const millis = days * DAY_MILLIS;
  if (Math.abs(millis) > FURTHEST_MILLIS) return String(days);
  return new Date(millis).toISOString().slice(0, -TIME_OF_DAY);
}

export function timeText(value: bigint, unit: TimeUnit): string {
  const [seconds, fraction] = split(value, unit);
  if (seconds < 0n || seconds >= 86_400n) return String(value);
  const text = new Date(Number(seconds) * 1000).toISOString();
  return `${text.slice(-TIME_OF_DAY + 1, -MILLIS_AND_ZONE)}.${fraction}`;
}

const JULIAN_EPOCH = 2_440_588n;
const DAY_NANOS = 86_400_000_000_000n;

/** Nanoseconds since 1970 from the old 96-bit form: a Julian day above 64 bits of nanoseconds. */
export function julianNanos(value: bigint): bigint {
  return ((value >> 64n) - JULIAN_EPOCH) * DAY_NANOS + BigInt.asUintN(64, value);
}

function split(value: bigint, unit: TimeUnit): readonly [bigint, string] {
  const decimals = DECIMALS[unit];
  const perSecond = 10n ** BigInt(decimals);
  const rest = value % perSecond;
  const fraction = rest < 0n ? rest + perSecond : rest;
  return [(value - fraction) / perSecond, String(fraction).padStart(decimals, "0")];
}
