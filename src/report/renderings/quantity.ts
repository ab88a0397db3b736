import type { ClaimReport, IntervalReport } from "../report.ts";

const MOST_PLACES = 8;
const PLAIN_NUMBER = /^[-+]?\d{1,12}(\.\d{1,12})?$/;

/** Enough digits to see whether it differs from a number with `decimals` places. */
export function formatValue(value: number, decimals: number): string {
  // A count, such as a class's support.
  if (decimals <= 0 && Number.isSafeInteger(value)) return String(value);
  return fixed(value, Math.max(4, decimals + 2));
}

/** `[0.861, 0.881]`. */
export function formatInterval({ low, high }: IntervalReport, decimals: number): string {
  const places = Math.max(3, decimals);
  return `[${fixed(low, places)}, ${fixed(high, places)}]`;
}

/** The number that was reported, as a fraction, with the zeros that its author wrote. */
export function formatFraction(reported: number, raw: string): string {
  const written = raw.trim();
  return PLAIN_NUMBER.test(written) && Number(written) === reported
    ? written
    : String(Number(reported.toPrecision(12)));
}

/** What the author wrote, where it is not the number itself: `87.1%`. */
export function writtenOtherwise({ raw, reported }: ClaimReport): string | null {
  return raw.trim() === "" || formatFraction(reported, raw) === raw.trim() ? null : raw;
}

function fixed(value: number, places: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return String(Number(value.toPrecision(6)));
  return value.toFixed(Math.min(MOST_PLACES, places));
}
