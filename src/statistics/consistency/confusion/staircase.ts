/** A rectangle of grid points, ends included. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A question of a grid point. It counts against `steps`, so that no search runs for ever. */
export type Ask = (x: number, y: number) => boolean;

export interface Steps {
  left: number;
}

/**
 * The lowest and leftmost point of the box that is neither too low nor too high; null when there is none,
 * "spent" when the steps ran out first. "Too low" must never become true by going right nor false by going up,
 * "too high" the other way round. The points that are fine then have a least one in both coordinates, and going
 * right while too low and up while too high never passes it (Knaster-Tarski), so no scan of the box is needed.
 */
export function leastFit(
  box: Box,
  tooLow: Ask,
  tooHigh: Ask,
  steps: Steps,
): readonly [x: number, y: number] | null | "spent" {
  let x = box.left;
  let y = box.bottom;
  if (x > box.right || y > box.top) return null;
  const highEnough = (at: number) => !tooLow(at, y);
  const lowEnough = (at: number) => !tooHigh(x, at);
  for (;;) {
    if (steps.left < 0) return "spent";
    x = firstWhere(highEnough, x, box.right);
    if (x > box.right) return null;
    const higher = firstWhere(lowEnough, y, box.top);
    if (higher > box.top) return null;
    if (higher === y) return [x, y];
    y = higher;
  }
}

/** The first of from..to that is so, to + 1 when none is; once so, always so. Short ways cost few questions. */
function firstWhere(isSo: (at: number) => boolean, from: number, to: number): number {
  if (isSo(from)) return from;
  let not = from;
  let step = 1;
  while (not + step <= to && !isSo(not + step)) {
    not += step;
    step *= 2;
  }
  let so = Math.min(not + step, to + 1);
  while (so - not > 1) {
    const middle = not + Math.floor((so - not) / 2);
    if (isSo(middle)) so = middle;
    else not = middle;
  }
  return so;
}
