import { checkConfidence } from "../proportions/confidence.ts";
import { type Coefficient, coefficientOf } from "./coefficient.ts";
import type { Forecast } from "./forecast.ts";
import { logOddsOf } from "./log-odds.ts";
import { fitLogistic } from "./logistic-fit.ts";

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
  const logOdds = logOddsOf(forecast);
  if (typeof logOdds === "string") return logOdds;
  const fit = separationFlaw(forecast, logOdds) ?? fitLogistic(forecast, logOdds);
  if (typeof fit === "string") return fit;
  return {
    slope: coefficientOf(fit.slope, fit.slopeVariance, forecast, confidence),
    intercept: coefficientOf(fit.intercept, fit.interceptVariance, forecast, confidence),
  };
}

/** One number separates two classes unless each has a row strictly inside the other's range. */
function separationFlaw({ positive }: Forecast, logOdds: Float64Array): string | null {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < logOdds.length; row++) {
    const side = positive[row]!;
    least[side] = Math.min(least[side]!, logOdds[row]!);
    most[side] = Math.max(most[side]!, logOdds[row]!);
  }
  if (Math.min(...least) === Math.max(...most)) return "every score is the same";
  if (most[0]! <= least[1]! || most[1]! <= least[0]!) {
    return "the scores separate the classes, so no finite slope fits best";
  }
  return null;
}
