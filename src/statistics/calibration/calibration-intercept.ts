import { checkConfidence } from "../proportions/confidence.ts";
import { rangeOf } from "../ranking/range.ts";
import { Sum, sumOf } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { type Coefficient, coefficientOf } from "./coefficient.ts";
import type { Forecast } from "./forecast.ts";
import { chanceOf, logOddsOf } from "./log-odds.ts";

const MOST_STEPS = 200;

/**
 * Calibration in the large: the a for which log-odds(positive) = a + log-odds(π) fits the rows best. 0 is
 * calibrated; above 0, positives came more often than forecast. In log-odds. Undefined when all rows are of
 * one class and when a score is exactly 0 or 1. Wald's interval.
 * @throws RangeError when the confidence is not between 0 and 1.
 * Source: D. R. Cox, Biometrika 45 (1958) 562-565; statsmodels GLM(family=Binomial(), offset=logit(π)).
 */
export function calibrationIntercept(forecast: Forecast, confidence: number): Coefficient | string {
  checkConfidence(confidence);
  const logOdds = logOddsOf(forecast);
  if (typeof logOdds === "string") return logOdds;
  const { value, information } = rootOf(forecast, logOdds);
  return coefficientOf(value, 1 / information, forecast, confidence);
}

/** Newton's steps within a bracket: the excess of positives falls steadily, and past an end it has one sign. */
function rootOf({ positive, weight }: Forecast, logOdds: Float64Array) {
  const total = weight === null ? positive.length : sumOf(weight);
  const came = new Sum();
  for (let row = 0; row < positive.length; row++) came.add(positive[row]! * weightAt(weight, row));
  const overall = Math.log(came.value) - Math.log(total - came.value);
  const ends = rangeOf(logOdds);
  let low = overall - ends.high;
  let high = overall - ends.low;
  let value = Math.min(Math.max(0, low), high);
  let information = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const expected = new Sum();
    const spread = new Sum();
    for (let row = 0; row < positive.length; row++) {
      const chance = chanceOf(value + logOdds[row]!);
      expected.add(weightAt(weight, row) * chance);
      spread.add(weightAt(weight, row) * chance * (1 - chance));
    }
    information = spread.value;
    const excess = came.value - expected.value;
    if (excess > 0) low = value;
    else high = value;
    const newton = value + excess / information;
    const next = newton >= low && newton <= high ? newton : low + (high - low) / 2;
    if (Math.abs(next - value) <= 2 ** -50 * Math.max(1, Math.abs(value))) break;
    value = next;
  }
  return { value, information };
}
