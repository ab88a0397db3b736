import { Room } from "../room.ts";
import type { Curve } from "./curve.ts";
import type { ScoreSteps } from "./score-steps.ts";

/**
 * The ROC curve: x is the false positive rate, y the true positive rate, from (0, 0) to (1, 1), one point for
 * each score, in arrays of the room. The reason when a class has no rows.
 * Source: scikit-learn roc_curve(drop_intermediate=False).
 */
export function rocCurve(steps: ScoreSteps, room = new Room()): Curve | string {
  const { threshold, fromNothing, found, wrong, allPositives, allNegatives } = steps;
  if (allPositives === 0) return "no row is truly of the positive class";
  if (allNegatives === 0) return "no row is truly of a negative class";
  const points = threshold.length + 1;
  const curve = { x: room.floats(points), y: room.floats(points), threshold: fromNothing };
  curve.x[0] = 0;
  curve.y[0] = 0;
  for (let step = 0; step < threshold.length; step++) {
    curve.x[step + 1] = wrong[step]! / allNegatives;
    curve.y[step + 1] = found[step]! / allPositives;
  }
  return curve;
}
