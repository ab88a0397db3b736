import { calibrationErrorByChance } from "../../statistics/calibration/calibration-by-chance.ts";
import { expectedCalibrationError } from "../../statistics/calibration/calibration-error.ts";
import { calibrationIntercept } from "../../statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../statistics/calibration/calibration-slope.ts";
import type { Coefficient } from "../../statistics/calibration/coefficient.ts";
import { type Forecast, forecastOf } from "../../statistics/calibration/forecast.ts";
import { reliabilityOf } from "../../statistics/calibration/reliability.ts";
import { rowsAt, rowsIn } from "../../statistics/frequency.ts";
import type { Interval } from "../../statistics/outcome.ts";
import { brierScore } from "../../statistics/probability/brier-score.ts";
import type { BinarySample } from "../../statistics/sample.ts";
import { SMALLEST_SLICE } from "../settle.ts";
import { BINS } from "./calibration.ts";
import { type Told, told } from "./told.ts";

/** Whether the scores are, for one group, the chances that they say. */
export interface GroupCalibration {
  /** Over bins of equal mass, with what chance alone gives in as many rows; null for weighted rows. */
  readonly expectedError: { readonly value: number; readonly byChance: number | null };
  /** In the large: 0 is calibrated. */
  readonly intercept: Told<Coefficient>;
  /** 1 is calibrated. */
  readonly slope: Told<Coefficient>;
  readonly brier: Told<{ readonly value: number; readonly interval: Interval | null }>;
}

/** Every bin holds as many rows as the smallest slice that is told of. */
const FEWEST_ROWS = BINS * SMALLEST_SLICE;
/**
 * Of either class, for a coefficient's interval to be trusted. Source: P. Peduzzi et al., J. Clin. Epidemiol. 49 (1996)
 * 1373-1379, ten events to a coefficient.
 */
const FEWEST_OF_CLASS = 10;

/** The reason when the scores are no probabilities, or the group is too small to tell. */
export function groupCalibration(sample: BinarySample, confidence: number): Told<GroupCalibration> {
  const forecast = forecastOf(sample);
  if (typeof forecast === "string") return told<never>(forecast);
  const rows = rowsIn(forecast.frequency, forecast.probability.length);
  if (rows < FEWEST_ROWS) return told<never>(`it has ${rows} rows, and ${BINS} bins need ${FEWEST_ROWS}`);
  const reliability = reliabilityOf(forecast, { by: "mass", bins: BINS });
  const few = fewOfClass(forecast);
  const recalibration = few ?? recalibrationOf(forecast, confidence);
  const brier = brierScore.compute(sample, {}, confidence);
  return told({
    expectedError: {
      value: expectedCalibrationError(reliability),
      byChance: calibrationErrorByChance(reliability),
    },
    intercept: told(few ?? calibrationIntercept(forecast, confidence)),
    slope: told(typeof recalibration === "string" ? recalibration : recalibration.slope),
    brier:
      brier.kind === "undefined"
        ? told<never>(brier.reason)
        : told({ value: brier.value, interval: brier.interval }),
  });
}

function fewOfClass({ positive, frequency }: Forecast): string | null {
  let positives = 0;
  for (let row = 0; row < positive.length; row++) positives += rowsAt(frequency, row) * positive[row]!;
  const negatives = rowsIn(frequency, positive.length) - positives;
  if (positives >= FEWEST_OF_CLASS && negatives >= FEWEST_OF_CLASS) return null;
  const lacking = positives < FEWEST_OF_CLASS ? "the positive" : "a negative";
  return `fewer than ${FEWEST_OF_CLASS} rows are truly of ${lacking} class`;
}
