import type { Reported } from "./reported.ts";

/** The closed range of true values that could have been reported as one number. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

export const UNIT: Window = { low: 0, high: 1 };

/** Single precision gets the few operations of a metric right to this much; many tools compute in it. */
const NOISE = 2.5e-7;
/** The next digit itself is not cut off to the one before it; this much tells the two apart in double precision. */
const SLIVER = 1e-15;

/**
 * The true values whose rounding (half up, down or to even) or whose cutting off towards zero gives the
 * reported digits: from half a unit of the last digit below to one unit above, mirrored for negatives, and a
 * unit both ways for 0. The rounding half is widened by 2.5e-7, the error of single precision.
 */
export function windowOf(reported: Pick<Reported, "value" | "decimals">): Window {
  return around(reported, Math.max(1, Math.abs(reported.value)));
}

/** As `windowOf`, for a number whose size has no scale of its own (an error in dollars): the noise is relative. */
export function sizeWindow(reported: Pick<Reported, "value" | "decimals">): Window {
  return around(reported, Math.abs(reported.value));
}

function around({ value, decimals }: Pick<Reported, "value" | "decimals">, scale: number): Window {
  const unit = 10 ** -decimals;
  const rounded = unit / 2 + NOISE * scale;
  const cutOff = Math.max(rounded, unit - SLIVER * Math.max(1, scale));
  return {
    low: value - (value > 0 ? rounded : cutOff),
    high: value + (value < 0 ? rounded : cutOff),
  };
}

export function common(a: Window, b: Window): Window {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function isEmpty({ low, high }: Window): boolean {
  return low > high;
}

export function meets(a: Window, b: Window): boolean {
  return !isEmpty(common(a, b));
}

export function holds({ low, high }: Window, value: number): boolean {
  return value >= low && value <= high;
}

/**
 * What a formula gives over windows, for one that rises or falls in each of its numbers whatever the others
 * are: its ends are at the corners. UNIT when a corner is 0/0, for near it anything may be.
 */
export function over(windows: readonly Window[], formula: (...values: number[]) => number): Window {
  const corners = windows.reduce<number[][]>(
    (all, { low, high }) =>
      all.flatMap((values) => [
        [...values, low],
        [...values, high],
      ]),
    [[]],
  );
  const values = corners.map((corner) => formula(...corner));
  if (values.some(Number.isNaN)) return UNIT;
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** The smallest window that holds all of them. */
export function hull(windows: readonly Window[]): Window {
  return windows.reduce((all, { low, high }) => ({
    low: Math.min(all.low, low),
    high: Math.max(all.high, high),
  }));
}
