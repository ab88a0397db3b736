import { forecastOf } from "../../statistics/calibration/forecast.ts";
import { reliabilityOf } from "../../statistics/calibration/reliability.ts";
import type { Curve } from "../../statistics/curves/curve.ts";
import { gainCurve } from "../../statistics/curves/gain-curve.ts";
import { precisionRecallCurve } from "../../statistics/curves/precision-recall-curve.ts";
import { reliabilityCurve } from "../../statistics/curves/reliability-curve.ts";
import { rocCurve } from "../../statistics/curves/roc-curve.ts";
import { scoreSteps } from "../../statistics/curves/score-steps.ts";
import { thinned } from "../../statistics/curves/thinned.ts";
import { Room } from "../../statistics/room.ts";
import type { BinarySample } from "../../statistics/sample.ts";
import { BINS } from "./calibration.ts";
import { type Told, told } from "./told.ts";

/** At most 200 points; what was left out moves the area under the curve by at most `areaBound`. */
export interface CurvePoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Null where no row is taken. */
  readonly threshold: readonly (number | null)[];
  readonly pointsOfAll: number;
  readonly areaBound: number;
}

export interface NamedCurve {
  readonly curve: "roc" | "precision_recall" | "gain" | "reliability";
  readonly points: Told<CurvePoints>;
}

export function curvesOf(sample: BinarySample): readonly NamedCurve[] {
  const steps = scoreSteps(sample);
  const room = new Room();
  const stepped = [
    ["roc", rocCurve],
    ["precision_recall", precisionRecallCurve],
    ["gain", gainCurve],
  ] as const;
  const curves = stepped.map(([curve, drawn]): NamedCurve => {
    room.clear();
    return { curve, points: pointsOf(typeof steps === "string" ? steps : drawn(steps, room)) };
  });
  const forecast = forecastOf(sample);
  const reliability =
    typeof forecast === "string"
      ? forecast
      : reliabilityCurve(reliabilityOf(forecast, { by: "mass", bins: BINS }));
  return [...curves, { curve: "reliability", points: pointsOf(reliability) }];
}

function pointsOf(whole: Curve | string): Told<CurvePoints> {
  if (typeof whole === "string") return told<never>(whole);
  const { x, y, threshold, points, areaBound } = thinned(whole);
  return told({
    x: [...x],
    y: [...y],
    threshold: Array.from(threshold, (value) => (Number.isFinite(value) ? value : null)),
    pointsOfAll: points,
    areaBound,
  });
}
