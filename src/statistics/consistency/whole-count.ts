import { isEmpty, type Window } from "./window.ts";

/**
 * The whole numbers k for which k / n lies in the window; low is above high when there is none.
 * @param n above 0
 */
export function wholeCounts({ low, high }: Window, n: number): Window {
  return { low: firstAtLeast(low, n), high: -firstAtLeast(-high, n) };
}

/** As `wholeCounts`, of shares: 0 ≤ k ≤ n. */
export function shareCounts(window: Window, n: number): Window {
  const { low, high } = wholeCounts(window, n);
  return { low: Math.max(low, 0), high: Math.min(high, n) };
}

/** The window cut to the shares that n rows can give. */
export function snapped(window: Window, n: number): Window {
  const counts = shareCounts(window, n);
  return isEmpty(counts) ? { low: 1, high: 0 } : { low: counts.low / n, high: counts.high / n };
}

/** The product rounds, so its whole part may miss by one what the quotient says. */
function firstAtLeast(low: number, n: number): number {
  const near = Math.ceil(low * n);
  if ((near - 1) / n >= low) return near - 1;
  return near / n >= low ? near : near + 1;
}

/** Whether it can count rows. */
export function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
