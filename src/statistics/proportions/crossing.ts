/** Halvings enough to get from any bracket to neighbouring numbers, subnormal ones aside. */
const HALVINGS = 1100;

/**
 * Where a falling function passes below 0 between `low`, where it is above, and `high`, where it is not: the
 * bracket is halved until no number lies inside. A value that is not a number counts as above.
 */
export function crossing(falling: (x: number) => number, low: number, high: number): number {
  let [above, below] = [low, high];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = above + (below - above) / 2;
    if (middle === above || middle === below) break;
    if (falling(middle) < 0) below = middle;
    else above = middle;
  }
  return above + (below - above) / 2;
}
