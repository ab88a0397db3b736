import { Room } from "../room.ts";
import type { Curve } from "./curve.ts";
import type { ScoreSteps } from "./score-steps.ts";

/**
 * The cumulative gain curve: x is the share of all rows (or weight) that score at or above the threshold, y the
 * share of the positive ones among all positive ones, from (0, 0) to (1, 1). Lift is y / x. In arrays of the room;
 * the reason when no row is positive.
 */
export function gainCurve(steps: ScoreSteps, room = new Room()): Curve | string {
  const { threshold, fromNothing, found, wrong, allPositives, allNegatives } = steps;
  if (allPositives === 0) return "no row is truly of the positive class";
  const points = threshold.length + 1;
  const curve = { x: room.floats(points), y: room.floats(points), threshold: fromNothing };
  curve.x[0] = 0;
  curve.y[0] = 0;
  for (let step = 0; step < threshold.length; step++) {
    curve.x[step + 1] = (found[step]! + wrong[step]!) / (allPositives + allNegatives);
    curve.y[step + 1] = found[step]! / allPositives;
  }
  return curve;
}

/**
 * The lift curve of a gain curve: x is the same share of rows, y how many times more often a row down to
 * there is positive than any row is. It has no point where no row is taken, which would be 0/0.
 */
export function liftCurve<C extends Curve>(gain: C): C {
  const from = gain.x[0] === 0 ? 1 : 0;
  const x = gain.x.slice(from);
  return {
    ...gain,
    x,
    y: x.map((depth, point) => gain.y[point + from]! / depth),
    threshold: gain.threshold.slice(from),
  };
}
