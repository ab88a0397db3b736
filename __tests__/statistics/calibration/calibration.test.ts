import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierDecomposition } from "../../../src/statistics/calibration/brier-decomposition.ts";
import {
  expectedCalibrationError,
  maximumCalibrationError,
} from "../../../src/statistics/calibration/calibration-error.ts";
import { calibrationIntercept } from "../../../src/statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../../src/statistics/calibration/calibration-slope.ts";
import type { Binning } from "../../../src/statistics/calibration/edges.ts";
import { forecastOf } from "../../../src/statistics/calibration/forecast.ts";
import { reliabilityOf } from "../../../src/statistics/calibration/reliability.ts";
import { spiegelhalterTest } from "../../../src/statistics/calibration/spiegelhalter.ts";
import { valued } from "../cases.ts";
import { binarySample } from "../scores.ts";

fc.configureGlobal({ seed: 20240602 });

interface Row {
  readonly score: number;
  readonly positive: number;
  readonly weight: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  score: fc.integer({ min: 1, max: 39 }).map((part) => part / 40),
  positive: fc.integer({ min: 0, max: 1 }),
  weight: fc.integer({ min: 0, max: 3 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const binning: fc.Arbitrary<Binning> = fc.record({
  by: fc.constantFrom("width" as const, "mass" as const),
  bins: fc.integer({ min: 1, max: 12 }),
});

function forecastFrom(table: readonly Row[], weighted: boolean) {
  return valued(
    forecastOf(
      binarySample({
        score: table.map(({ score }) => score),
        positive: table.map(({ positive }) => positive),
        weight: weighted ? table.map(({ weight }) => weight) : null,
      }),
    ),
  );
}

/** Every number that calibration gives for the rows, the tests of it aside. */
function numbersOf(table: readonly Row[], weighted: boolean, how: Binning): Readonly<Record<string, number>> {
  const forecast = forecastFrom(table, weighted);
  const reliability = reliabilityOf(forecast, how);
  const intercept = calibrationIntercept(forecast, 0.9);
  const fit = recalibrationOf(forecast, 0.9);
  return {
    ece: expectedCalibrationError(reliability),
    mce: maximumCalibrationError(reliability),
    ...brierDecomposition(reliability),
    intercept: typeof intercept === "string" ? Number.NaN : intercept.value,
    slope: typeof fit === "string" ? Number.NaN : fit.slope.value,
    joint: typeof fit === "string" ? Number.NaN : fit.intercept.value,
    bins: reliability.bins.length,
  };
}

function expectSame(
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(expected)) {
    if (Number.isNaN(value)) expect(found[name], name).toBeNaN();
    else
      expect(Math.abs(found[name]! - value), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  }
}

describe("calibration", () => {
  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, binning, fc.boolean(), (table, how, weighted) => {
        fc.pre(!weighted || table.some(({ weight }) => weight > 0));
        expectSame(numbersOf(table.toReversed(), weighted, how), numbersOf(table, weighted, how));
      }),
    );
  });

  it("counts a row of weight w as w rows, and one of weight 0 as none", () => {
    fc.assert(
      fc.property(rows, binning, (table, how) => {
        const copies = table.flatMap((one) => Array<Row>(one.weight).fill(one));
        fc.pre(copies.length > 0);
        expectSame(numbersOf(table, true, how), numbersOf(copies, false, how));
      }),
    );
  });

  it("is turned round with the classes: one slope, the opposite intercepts", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const how = { by: "width", bins: 1 } as const;
        const flipped = table.map((one) => ({ ...one, score: 1 - one.score, positive: 1 - one.positive }));
        const { intercept, slope, joint, ece } = numbersOf(table, false, how);
        const opposite = { intercept: -intercept!, slope: slope!, joint: -joint!, ece: ece! };
        expectSame(numbersOf(flipped, false, how), opposite);
      }),
    );
  });

  it("in the large moves by as much as every score's log-odds", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -8, max: 8 }), (table, shift) => {
        const forecast = forecastFrom(table, false);
        const before = calibrationIntercept(forecast, 0.9);
        const probability = forecast.probability.map((one) => 1 / (1 + ((1 - one) / one) * Math.exp(-shift)));
        const after = calibrationIntercept({ ...forecast, probability }, 0.9);
        if (typeof before === "string" || typeof after === "string") expect(after).toBe(before);
        else expect(after.value).toBeCloseTo(before.value - shift, 9);
      }),
    );
  });

  it("fits the rows: what is recalibrated has an intercept of 0 and a slope of 1", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const forecast = forecastFrom(table, false);
        const fit = recalibrationOf(forecast, 0.9);
        if (typeof fit === "string") return;
        const [a, b] = [fit.intercept.value, fit.slope.value];
        const probability = forecast.probability.map(
          (one) => 1 / (1 + ((1 - one) / one) ** b * Math.exp(-a)),
        );
        fc.pre(Math.abs(b) > 1e-6 && probability.every((one) => one > 0 && one < 1));
        const again = valued(recalibrationOf({ ...forecast, probability }, 0.9));
        expect(again.slope.value).toBeCloseTo(1, 6);
        expect(again.intercept.value).toBeCloseTo(0, 6);
        const { interval } = fit.slope;
        expect((interval!.low + interval!.high) / 2).toBeCloseTo(b, 9);
      }),
    );
  });
});

describe("bins", () => {
  it("hold every row once, equal scores together, each within its edges", () => {
    fc.assert(
      fc.property(rows, binning, (table, how) => {
        const { bins, forecast } = reliabilityOf(forecastFrom(table, false), how);
        expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(table.length);
        expect(bins.length).toBeLessThanOrEqual(how.bins);
        for (const { low, high, rows, meanProbability } of bins) {
          const inside = [...forecast.probability].filter((one) => one <= high && (one === 0 || one > low));
          expect(rows).toBe(inside.length);
          expect(meanProbability).toBeCloseTo(inside.reduce((sum, one) => sum + one, 0) / rows, 14);
        }
      }),
    );
  });

  it.each([
    [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 3, [2, 2, 2]],
    [[0.1, 0.2, 0.3, 0.4, 0.5], 2, [3, 2]],
    [[0.1, 0.5, 0.5, 0.5, 0.5, 0.9], 3, [5, 1]],
    [[0.5, 0.5, 0.5], 3, [3]],
    [[0, 0, 1, 1], 2, [2, 2]],
    [[0.2, 1, 1, 1], 4, [1, 3]],
  ])("of equal mass: scores %j in %i bins make groups of %j", (score, bins, sizes) => {
    const sample = binarySample({ score, positive: score.map(() => 1), weight: null });
    const found = reliabilityOf(valued(forecastOf(sample)), { by: "mass", bins }).bins;
    expect(found.map((bin) => bin.rows)).toEqual(sizes);
  });

  it("of equal mass are halved by ten weights of a tenth as by ten rows", () => {
    const score = Array.from({ length: 10 }, (_, place) => (place + 1) / 20);
    const sample = binarySample({ score, positive: score.map(() => 1), weight: score.map(() => 0.1) });
    for (const bins of [2, 5, 10]) {
      const found = reliabilityOf(valued(forecastOf(sample)), { by: "mass", bins }).bins;
      expect(found.map((bin) => bin.rows)).toEqual(Array(bins).fill(10 / bins));
    }
  });

  it("of equal mass forgive the rounding of weights: 0.7 and 0.1 are half of 1.6", () => {
    const sample = binarySample({ score: [0.1, 0.2, 0.3], positive: [0, 1, 1], weight: [0.7, 0.1, 0.8] });
    const found = reliabilityOf(valued(forecastOf(sample)), { by: "mass", bins: 2 }).bins;
    expect(found.map((bin) => bin.rows)).toEqual([2, 1]);
  });

  it.each([0, 2.5, -1, 1001, Number.NaN])("are not %d", (bins) => {
    const forecast = forecastFrom([{ score: 0.5, positive: 1, weight: 1 }], false);
    expect(() => reliabilityOf(forecast, { by: "width", bins })).toThrow(RangeError);
  });
});

describe("the Brier score's parts", () => {
  it("add up to it under any bins", () => {
    fc.assert(
      fc.property(rows, binning, (table, how) => {
        const part = brierDecomposition(reliabilityOf(forecastFrom(table, false), how));
        const inside = part.withinVariance - part.withinCovariance;
        expect(part.reliability - part.resolution + part.uncertainty + inside).toBeCloseTo(part.brier, 14);
      }),
    );
  });
});

describe("Spiegelhalter's z", () => {
  it("changes sign with nothing: classes turned round give the same, and so do weights doubled", () => {
    fc.assert(
      fc.property(rows, (table) => {
        fc.pre(table.some(({ weight }) => weight > 0));
        const found = spiegelhalterTest(forecastFrom(table, true));
        const flipped = table.map((one) => ({
          score: 1 - one.score,
          positive: 1 - one.positive,
          weight: 2 * one.weight,
        }));
        const turned = spiegelhalterTest(forecastFrom(flipped, true));
        if (typeof found === "string" || typeof turned === "string") expect(turned).toBe(found);
        else expect(turned.z).toBeCloseTo(found.z, 9);
      }),
    );
  });
});

describe("what has no value says why", () => {
  const forecast = (score: readonly number[], positive: readonly number[]) =>
    valued(forecastOf(binarySample({ score, positive, weight: null })));

  it.each([
    ["no rows", [], [], "there are no rows"],
    [
      "a score above 1",
      [0.5, 1.5],
      [0, 1],
      "1 of 2 scores lie outside [0, 1], so they are not probabilities",
    ],
  ])("%s", (_, score, positive, reason) => {
    expect(forecastOf(binarySample({ score, positive, weight: null }))).toBe(reason);
  });

  it.each([
    ["no positive row", [0.2, 0.4], [0, 0], "no row is truly of the positive class"],
    ["no negative row", [0.2, 0.4], [1, 1], "no row is truly of a negative class"],
    [
      "a certain score",
      [0.2, 1, 0.4],
      [0, 1, 1],
      "1 of 3 scores are exactly 0 or 1, whose log-odds are infinite",
    ],
  ])("neither recalibration for %s", (_, score, positive, reason) => {
    expect(calibrationIntercept(forecast(score, positive), 0.95)).toBe(reason);
    expect(recalibrationOf(forecast(score, positive), 0.95)).toBe(reason);
  });

  it.each([
    ["constant scores", [0.3, 0.3, 0.3], [0, 1, 1], "every score is the same"],
    [
      "separated scores",
      [0.1, 0.2, 0.8],
      [0, 0, 1],
      "the scores separate the classes, so no finite slope fits best",
    ],
    [
      "scores separated the wrong way",
      [0.9, 0.2, 0.2],
      [0, 0, 1],
      "the scores separate the classes, so no finite slope fits best",
    ],
  ])("no slope for %s, though an intercept", (_, score, positive, reason) => {
    expect(recalibrationOf(forecast(score, positive), 0.95)).toBe(reason);
    expect(calibrationIntercept(forecast(score, positive), 0.95)).toMatchObject({ n: 3 });
  });

  it.each([
    ["a certain score that is wrong", [1, 0.2], [0, 1], "1 of 2 scores are certain (0 or 1) and wrong"],
    ["scores that say nothing", [0.5, 0, 1], [1, 0, 1], "every score is 0, 0.5 or 1"],
  ])("no test for %s", (_, score, positive, reason) => {
    expect(spiegelhalterTest(forecast(score, positive))).toBe(reason);
  });

  it("no interval for weighted rows", () => {
    const table = [0.2, 0.6, 0.4, 0.7].map((score, place) => ({ score, positive: place % 2, weight: 2 }));
    const weighted = forecastFrom([...table, { score: 0.3, positive: 1, weight: 1 }], true);
    expect(calibrationIntercept(weighted, 0.95)).toMatchObject({ interval: null });
    expect(recalibrationOf(weighted, 0.95)).toMatchObject({ slope: { interval: null } });
  });

  it.each([0, 1, Number.NaN])("a confidence of %d is the caller's fault", (confidence) => {
    const some = forecast([0.2, 0.4], [0, 1]);
    expect(() => calibrationIntercept(some, confidence)).toThrow(RangeError);
    expect(() => recalibrationOf(some, confidence)).toThrow(RangeError);
  });
});
