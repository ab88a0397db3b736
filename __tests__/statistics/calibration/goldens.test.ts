import { describe, expect, it } from "vitest";
import { brierDecomposition } from "../../../src/statistics/calibration/brier-decomposition.ts";
import {
  expectedCalibrationError,
  maximumCalibrationError,
} from "../../../src/statistics/calibration/calibration-error.ts";
import { calibrationIntercept } from "../../../src/statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../../src/statistics/calibration/calibration-slope.ts";
import type { Coefficient } from "../../../src/statistics/calibration/coefficient.ts";
import { forecastOf } from "../../../src/statistics/calibration/forecast.ts";
import { reliabilityOf } from "../../../src/statistics/calibration/reliability.ts";
import { spiegelhalterTest } from "../../../src/statistics/calibration/spiegelhalter.ts";
import { CLOSED, casesOf, expectNear, ITERATIVE, valued } from "../cases.ts";
import { binarySample, type StoredScores } from "../scores.ts";

interface Bin {
  readonly rows: number;
  readonly weight: number;
  readonly mean: number;
  readonly observed: number;
}

type Binned = Readonly<Record<(typeof TERMS)[number] | "ece" | "mce", number>> & {
  readonly bins: readonly Bin[];
};
type Fit = readonly [value: number, low: number | null, high: number | null] | null;

interface Answer {
  readonly binned: Readonly<Record<string, Binned>>;
  readonly recalibration: Readonly<Record<"intercept" | "slope" | "joint", Fit>>;
  readonly spiegelhalter: readonly [z: number, p: number] | null;
}

const TERMS = [
  "brier",
  "reliability",
  "resolution",
  "uncertainty",
  "withinVariance",
  "withinCovariance",
] as const;

describe.each(
  casesOf<StoredScores, Answer>("calibration", "forecast").map((one) => ({ ...one, title: one.input.name })),
)("calibration agrees with scikit-learn and statsmodels: $title", ({ input, answer }) => {
  const forecast = valued(forecastOf(binarySample(input)));

  it.each(Object.entries(answer.binned))("in bins by %s", (name, expected) => {
    const [by, bins] = name.split(" ") as ["width" | "mass", string];
    const reliability = reliabilityOf(forecast, { by, bins: Number(bins) });
    const found = reliability.bins.map(({ rows, weight, meanProbability, observed }) => ({
      rows,
      weight,
      mean: meanProbability,
      observed,
    }));
    expect(found.length).toBe(expected.bins.length);
    found.forEach((bin, index) => {
      expectNear({ ...bin }, { ...expected.bins[index]! }, CLOSED);
    });
    const errors = { ece: expectedCalibrationError(reliability), mce: maximumCalibrationError(reliability) };
    expectNear(errors, { ece: expected.ece, mce: expected.mce }, CLOSED);
    const terms = Object.fromEntries(TERMS.map((term) => [term, expected[term]]));
    expectNear({ ...brierDecomposition(reliability) }, terms, CLOSED);
  });

  it("in its recalibration", () => {
    const fit = recalibrationOf(forecast, 0.95);
    const { intercept, slope, joint } = answer.recalibration;
    expectFit(calibrationIntercept(forecast, 0.95), intercept);
    expectFit(typeof fit === "string" ? fit : fit.slope, slope);
    expectFit(typeof fit === "string" ? fit : fit.intercept, joint);
  });

  it("in Spiegelhalter's test", () => {
    const found = spiegelhalterTest(forecast);
    const [z, p] = answer.spiegelhalter ?? [null, null];
    expectNear(typeof found === "string" ? {} : { z: found.z, p: found.p }, { z, p }, CLOSED);
  });
});

function expectFit(found: Coefficient | string, expected: Fit): void {
  if (typeof found === "string" || expected === null) {
    expect([typeof found, expected]).toEqual(["string", null]);
    return;
  }
  const [value, low, high] = expected;
  const { interval } = found;
  expectNear(
    { value: found.value, low: interval?.low ?? null, high: interval?.high ?? null },
    { value, low, high },
    ITERATIVE,
  );
}
