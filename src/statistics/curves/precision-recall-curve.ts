import { Room } from "../room.ts";
import type { Curve } from "./curve.ts";
import type { ScoreSteps } from "./score-steps.ts";

/**
 * The precision–recall curve: x is recall, y precision, one point for each score. It starts at the highest
 * score and not at a recall of 0, where nothing is decided positive and precision is 0/0 (scikit-learn adds a
 * precision of 1 there). In arrays of the room; the reason when
 * no row is positive.
 * Source: scikit-learn precision_recall_curve, read from its end and without its last point.
 */
export function precisionRecallCurve(steps: ScoreSteps, room = new Room()): Curve | string {
  const { threshold, found, wrong, allPositives } = steps;
  if (allPositives === 0) return "no row is truly of the positive class";
  const [x, y] = [room.floats(threshold.length), room.floats(threshold.length)];
  for (let step = 0; step < threshold.length; step++) {
    x[step] = found[step]! / allPositives;
    y[step] = found[step]! / (found[step]! + wrong[step]!);
  }
  return { x, y, threshold };
}
