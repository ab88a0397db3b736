import { checkConfidence } from "../proportions/confidence.ts";
import { type Coefficient, coefficientOf } from "./coefficient.ts";
import { fitRowsOf } from "./fit-rows.ts";
import type { Forecast } from "./forecast.ts";
import { logOddsFlaw } from "./log-odds.ts";
import { fitLogistic, type LogisticFit, OWN } from "./logistic-fit.ts";
import { STEEPEST, standInsOf } from "./stand-ins.ts";

/** The coefficients of log-odds(positive) = intercept + slope · log-odds(π), fitted together. */
export interface Recalibration {
  readonly slope: Coefficient;
  /** Not calibration in the large, which holds the slope at 1. */
  readonly intercept: Coefficient;
}

/**
 * Logistic recalibration. A slope of 1 is calibrated; below 1 the scores are too extreme, as over-fitting
 * makes them, and above 1 too timid. Undefined when all rows are of one class, when a score is exactly 0 or 1,
 * when all scores are the same, and when they separate the classes, so that no finite slope fits best.
 * Wald's intervals.
 * @throws RangeError when the confidence is not between 0 and 1.
 * Source: D. R. Cox, Biometrika 45 (1958) 562-565; statsmodels Logit.
 */
export function recalibrationOf(forecast: Forecast, confidence: number): Recalibration | string {
  checkConfidence(confidence);
  const fit = logOddsFlaw(forecast) ?? separationFlaw(forecast) ?? fitTo(forecast);
  if (typeof fit === "string") return fit;
  return {
    slope: coefficientOf(fit.slope, fit.slopeVariance, forecast, confidence),
    intercept: coefficientOf(fit.intercept, fit.interceptVariance, forecast, confidence),
  };
}

function fitTo(forecast: Forecast): LogisticFit | string {
  const standIns = standInsOf(forecast);
  if (standIns === null) return fitLogistic(fitRowsOf(forecast), OWN);
  const near = fitLogistic(standIns, OWN);
  if (typeof near !== "string" && Math.abs(near.slope) <= STEEPEST) return near;
  return fitLogistic(fitRowsOf(forecast), typeof near === "string" ? OWN : near);
}

/** One number separates two classes unless each has a row strictly inside the other's range. */
function separationFlaw({ probability, positive }: Forecast): string | null {
  const least = Float64Array.of(1, 1);
  const most = Float64Array.of(0, 0);
  for (let row = 0; row < probability.length; row++) {
    const side = positive[row]!;
    const value = probability[row]!;
    if (value < least[side]!) least[side] = value;
    if (value > most[side]!) most[side] = value;
  }
  if (Math.min(...least) === Math.max(...most)) return "every score is the same";
  if (most[0]! <= least[1]! || most[1]! <= least[0]!) {
    return "the scores separate the classes, so no finite slope fits best";
  }
  return null;
}
