import { describe, expect, it } from "vitest";
import { calibrationIntercept } from "../../../src/statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../../src/statistics/calibration/calibration-slope.ts";
import { condensed } from "../../../src/statistics/calibration/condensed.ts";
import { forecastOf } from "../../../src/statistics/calibration/forecast.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";
import { valued } from "../cases.ts";
import { binarySample } from "../scores.ts";

const ROWS = 30_000;

/** Scores whose true log-odds are shift + stretch · their own; `tiny` of them lie next to 0. */
function forecastOfMany(weighted: boolean, tiny: number) {
  const generator = new Sfc64(Uint32Array.of(7));
  const random = () => (generator.next() + 0.5) / 2 ** 32;
  const score = Array.from({ length: ROWS }, (_, row) => (row < tiny ? 1e-300 * (row + 1) : random()));
  const positive = score.map((value) => {
    const logOdds = 0.3 + 0.8 * Math.log(value / (1 - value));
    return random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const weight = weighted ? score.map(() => Math.ceil(3 * random())) : null;
  return valued(forecastOf(binarySample({ score, positive, weight })));
}

describe.each<readonly [string, boolean, number]>([
  ["unweighted", false, 0],
  ["weighted", true, 0],
  ["most buckets empty", false, 3],
])("coefficients of many rows, %s, solve the equations of the likelihood", (_, weighted, tiny) => {
  const forecast = forecastOfMany(weighted, tiny);
  const { probability, positive } = forecast;
  const logOdds = Array.from(probability, (value) => Math.log(value) - Math.log1p(-value));
  const weights = Array.from(probability, (_value, row) => forecast.weight?.[row] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const excess = (intercept: number, slope: number, factor: (row: number) => number) =>
    weights.reduce((sum, weight, row) => {
      const chance = 1 / (1 + Math.exp(-intercept - slope * logOdds[row]!));
      return sum + weight * (positive[row]! - chance) * factor(row);
    }, 0) / total;

  it("the slope's two", () => {
    const { intercept, slope } = valued(recalibrationOf(forecast, 0.95));
    expect(Math.abs(excess(intercept.value, slope.value, () => 1))).toBeLessThan(1e-13);
    expect(Math.abs(excess(intercept.value, slope.value, (row) => logOdds[row]!))).toBeLessThan(1e-12);
    expect(slope.value).toBeCloseTo(0.8, 1);
  });

  it("the intercept's one, and its information", () => {
    const { value, interval } = valued(calibrationIntercept(forecast, 0.95));
    expect(Math.abs(excess(value, 1, () => 1))).toBeLessThan(1e-13);
    if (weighted) return;
    const information = logOdds.reduce((sum, x) => {
      const chance = 1 / (1 + Math.exp(-value - x));
      return sum + chance * (1 - chance);
    }, 0);
    expect((interval!.high - interval!.low) / 2).toBeCloseTo(1.959963984540054 / Math.sqrt(information), 9);
  });
});

describe("rows that stand for many", () => {
  it("carry their weight and their mean, class by class", () => {
    const { positive, weight, probability } = forecastOfMany(true, 0);
    const fewer = condensed({ positive, weight }, probability)!;
    for (const side of [0, 1]) {
      const [whole, part] = [
        sums(positive, weight!, probability, side),
        sums(fewer.rows.positive, fewer.rows.weight!, fewer.x, side),
      ];
      expect(part.weight).toBeCloseTo(whole.weight, 6);
      expect(part.product).toBeCloseTo(whole.product, 6);
    }
    expect(fewer.x.length).toBeLessThanOrEqual(4096);
  });

  it("are none for few rows, and for one value of x", () => {
    const few = new Float64Array(100).map((_, row) => row);
    expect(condensed({ positive: new Uint8Array(100), weight: null }, few)).toBeNull();
    const alike = new Float64Array(ROWS).fill(0.5);
    expect(condensed({ positive: new Uint8Array(ROWS), weight: null }, alike)).toBeNull();
  });
});

function sums(positive: Uint8Array, weight: Float64Array, x: Float64Array, side: number) {
  let [total, product] = [0, 0];
  for (let row = 0; row < x.length; row++) {
    if (positive[row] !== side) continue;
    total += weight[row]!;
    product += weight[row]! * x[row]!;
  }
  return { weight: total, product };
}
