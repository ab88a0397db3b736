import type { Claim } from "../inventory/claim.ts";

/** Percent and fraction may stand side by side: "87.1%" with 0.861 to 0.881. */
const SCALES = [1, 100, 0.01];

/** Whether the interval that a claim states could be one of its number: in order, and around it to the last digit. */
export function isAroundItsNumber({ reported, decimals, interval }: Claim): boolean {
  if (interval === null) return true;
  const { low, high } = interval;
  const slack = 10 ** -decimals;
  return low <= high && SCALES.some((scale) => holds(low * scale, high * scale, reported, slack));
}

function holds(low: number, high: number, value: number, slack: number): boolean {
  return value >= low - slack && value <= high + slack;
}
