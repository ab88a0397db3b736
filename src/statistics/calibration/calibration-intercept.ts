import { checkConfidence } from "../proportions/confidence.ts";
import { rangeOf } from "../ranking/range.ts";
import { BLOCK, Sum, sumOf } from "../sum.ts";
import { type Coefficient, coefficientOf } from "./coefficient.ts";
import { type FitRows, fitRowsOf } from "./fit-rows.ts";
import type { Forecast } from "./forecast.ts";
import { chanceOf, logOddsFlaw } from "./log-odds.ts";
import { standInsOf } from "./stand-ins.ts";

const MOST_STEPS = 200;
/** A step so short leaves an error below what a number can hold. */
const CLOSE = 2 ** -34;

/**
 * Calibration in the large: the a for which log-odds(positive) = a + log-odds(π) fits the rows best. 0 is
 * calibrated; above 0, positives came more often than forecast. In log-odds. Undefined when all rows are of
 * one class and when a score is exactly 0 or 1. Wald's interval.
 * @throws RangeError when the confidence is not between 0 and 1.
 * Source: D. R. Cox, Biometrika 45 (1958) 562-565; statsmodels GLM(family=Binomial(), offset=logit(π)).
 */
export function calibrationIntercept(forecast: Forecast, confidence: number): Coefficient | string {
  checkConfidence(confidence);
  const flaw = logOddsFlaw(forecast);
  if (flaw !== null) return flaw;
  const { value, information } = rootOf(standInsOf(forecast) ?? fitRowsOf(forecast));
  return coefficientOf(value, 1 / information, forecast, confidence);
}

interface Root {
  readonly value: number;
  readonly information: number;
}

/** Newton's steps within a bracket: the excess of positives falls steadily, and past an end it has one sign. */
function rootOf({ x, weight, came }: FitRows): Root {
  const total = weight === null ? x.length : sumOf(weight);
  const positives = new Sum();
  for (let row = 0; row < came.length; row++) positives.add(came[row]!);
  const overall = Math.log(positives.value) - Math.log(total - positives.value);
  const ends = rangeOf(x);
  let low = overall - ends.high;
  let high = overall - ends.low;
  let value = Math.min(Math.max(0, low), high);
  for (let step = 0; ; step++) {
    const { expected, information } = expectedAt(weight, x, value);
    const excess = positives.value - expected;
    if (excess > 0) low = value;
    else high = value;
    const newton = value + excess / information;
    const next = newton >= low && newton <= high ? newton : low + (high - low) / 2;
    // The error of the next value is of the order of this step's square.
    if (Math.abs(next - value) <= CLOSE * Math.max(1, Math.abs(value)) || step === MOST_STEPS) {
      return { value: next, information };
    }
    value = next;
  }
}

/** The weight of positives to expect when `value` is added to the log-odds, and how fast it grows with it. */
function expectedAt(weight: Float64Array | null, logOdds: Float64Array, value: number) {
  const expected = new Sum();
  const information = new Sum();
  for (let start = 0; start < logOdds.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, logOdds.length);
    let [chances, spreads] = [0, 0];
    for (let row = start; row < end; row++) {
      const share = weight === null ? 1 : weight[row]!;
      const chance = chanceOf(value + logOdds[row]!);
      chances += share * chance;
      spreads += share * chance * (1 - chance);
    }
    expected.add(chances);
    information.add(spreads);
  }
  return { expected: expected.value, information: information.value };
}
