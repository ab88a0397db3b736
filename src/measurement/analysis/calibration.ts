import {
  type BrierDecomposition,
  brierDecomposition,
} from "../../statistics/calibration/brier-decomposition.ts";
import {
  expectedCalibrationError,
  maximumCalibrationError,
} from "../../statistics/calibration/calibration-error.ts";
import { calibrationIntercept } from "../../statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../statistics/calibration/calibration-slope.ts";
import type { Coefficient } from "../../statistics/calibration/coefficient.ts";
import type { Binning } from "../../statistics/calibration/edges.ts";
import { type Forecast, forecastOf } from "../../statistics/calibration/forecast.ts";
import { type ReliabilityBin, reliabilityOf } from "../../statistics/calibration/reliability.ts";
import { type Spiegelhalter, spiegelhalterTest } from "../../statistics/calibration/spiegelhalter.ts";
import { countsRows } from "../../statistics/frequency.ts";
import { wilsonInterval } from "../../statistics/intervals/wilson.ts";
import type { Interval } from "../../statistics/outcome.ts";
import type { BinarySample } from "../../statistics/sample.ts";
import { type Told, told } from "./told.ts";

export const BINS = 10;

export interface BinRow extends ReliabilityBin {
  /** Of the observed share; null for weighted rows. */
  readonly interval: Interval | null;
}

/** Reliability under one way of binning, and the errors that it gives. */
export interface Binned {
  readonly by: Binning["by"];
  readonly expectedError: number;
  readonly maximumError: number;
  readonly bins: readonly BinRow[];
}

/** Whether the scores are the chances that they say. */
export interface Calibration {
  readonly binned: readonly Binned[];
  /** Under bins of equal width. */
  readonly brier: BrierDecomposition;
  /** In the large: 0 is calibrated. */
  readonly intercept: Told<Coefficient>;
  /** 1 is calibrated. */
  readonly slope: Told<Coefficient>;
  readonly spiegelhalter: Told<Spiegelhalter>;
}

export function calibrationOf(sample: BinarySample, confidence: number): Told<Calibration> {
  const forecast = forecastOf(sample);
  if (typeof forecast === "string") return told<never>(forecast);
  const recalibration = recalibrationOf(forecast, confidence);
  return told({
    binned: (["width", "mass"] as const).map((by) => binned(forecast, by, confidence)),
    brier: brierDecomposition(reliabilityOf(forecast, { by: "width", bins: BINS })),
    intercept: told(calibrationIntercept(forecast, confidence)),
    slope: told(typeof recalibration === "string" ? recalibration : recalibration.slope),
    spiegelhalter: told(spiegelhalterTest(forecast)),
  });
}

function binned(forecast: Forecast, by: Binning["by"], confidence: number): Binned {
  const reliability = reliabilityOf(forecast, { by, bins: BINS });
  return {
    by,
    expectedError: expectedCalibrationError(reliability),
    maximumError: maximumCalibrationError(reliability),
    bins: reliability.bins.map((bin) => ({
      ...bin,
      interval: countsRows(forecast)
        ? wilsonInterval(Math.round(bin.observed * bin.rows), bin.rows, confidence)
        : null,
    })),
  };
}
