import { describe, expect, it } from "vitest";
import { calibrationIntercept } from "../../../src/statistics/calibration/calibration-intercept.ts";
import { recalibrationOf } from "../../../src/statistics/calibration/calibration-slope.ts";
import { fitRowsOf } from "../../../src/statistics/calibration/fit-rows.ts";
import type { Forecast } from "../../../src/statistics/calibration/forecast.ts";
import { chanceOf } from "../../../src/statistics/calibration/log-odds.ts";
import { STEEPEST, standInsOf } from "../../../src/statistics/calibration/stand-ins.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";
import { valued } from "../cases.ts";

const ROWS = 30_000;

interface Drawn {
  /** Of a number in (0, 1). */
  readonly score?: (number: number) => number;
  /** The true log-odds are shift + stretch · the score's own. */
  readonly shift?: number;
  readonly stretch?: number;
  readonly weighted?: boolean;
}

function drawn({
  score = (number) => number,
  shift = 0.3,
  stretch = 0.8,
  weighted = false,
}: Drawn): Forecast {
  const generator = new Sfc64(Uint32Array.of(7));
  const random = () => (generator.next() + 0.5) / 2 ** 32;
  const probability = Float64Array.from({ length: ROWS }, () => score(random()));
  const positive = Uint8Array.from(probability, (value) => {
    const logOdds = shift + stretch * (Math.log(value) - Math.log1p(-value));
    return random() < chanceOf(logOdds) ? 1 : 0;
  });
  return { probability, positive, weight: weighted ? probability.map(() => Math.ceil(3 * random())) : null };
}

/** Scores next to 0 and 1, as of a model that is too sure. */
const certain = (number: number) => (number < 0.5 ? number ** 30 + 1e-17 : 1 - (1 - number) ** 20 - 2 ** -53);

const CASES: readonly (readonly [string, Drawn, standIns: boolean])[] = [
  ["unweighted", {}, true],
  ["weighted", { weighted: true }, true],
  ["rare positives", { shift: -6 }, true],
  ["the wrong way round", { stretch: -0.9 }, true],
  ["nearly too steep", { stretch: STEEPEST * 0.97 }, true],
  ["too steep", { stretch: STEEPEST * 1.1 }, true],
  ["scores too sure", { score: certain, stretch: 0.1 }, true],
  ["scores of one bucket", { score: (number) => 0.3 + number / 1e4, shift: 0 }, true],
  ["scores of half and next to it", { score: (number) => (number < 0.5 ? 0.5 : 0.5 + 2 ** -53) }, true],
  ["scores next to 0", { score: (number) => (number < 1e-4 ? 1e-300 : number) }, false],
];

describe.each(CASES)(
  "coefficients of many rows solve the equations of the likelihood: %s",
  (_, how, quick) => {
    const forecast = drawn(how);
    const { x, weight, came } = fitRowsOf(forecast);
    const sum = (term: (row: number, share: number) => number) =>
      x.reduce((total, _x, row) => total + term(row, weight?.[row] ?? 1), 0);
    const information = (intercept: number, slope: number) =>
      sum((row, share) => {
        const chance = chanceOf(intercept + slope * x[row]!);
        return share * chance * (1 - chance);
      });
    const excess = (intercept: number, slope: number, factor: (row: number) => number) =>
      sum((row, share) => (came[row]! - share * chanceOf(intercept + slope * x[row]!)) * factor(row)) /
      information(intercept, slope);

    it("the slope's two", () => {
      const fit = recalibrationOf(forecast, 0.95);
      if (typeof fit === "string") throw new Error(fit);
      const at = [fit.intercept.value, fit.slope.value] as const;
      const centre = sum((row) => x[row]!) / ROWS;
      expect(Math.abs(excess(...at, () => 1))).toBeLessThan(2e-10);
      expect(Math.abs(excess(...at, (row) => x[row]! - centre))).toBeLessThan(2e-10);
    });

    it("the intercept's one, and its information", () => {
      const { value, interval } = valued(calibrationIntercept(forecast, 0.95));
      expect(Math.abs(excess(value, 1, () => 1))).toBeLessThan(2e-10);
      const reach = interval && (interval.high - interval.low) / 2;
      if (reach !== null)
        expect((reach * Math.sqrt(information(value, 1))) / 1.959963984540054).toBeCloseTo(1, 9);
    });

    it(`${quick ? "have" : "have no"} lines that stand for the rows`, () => {
      const lines = standInsOf(forecast);
      expect(lines !== null).toBe(quick);
      if (lines === null) return;
      expect(lines.x.length).toBeLessThan(ROWS / 2);
      for (const slope of [-STEEPEST, -0.7, 1, STEEPEST]) {
        const chances = lines.x.reduce(
          (all, at, line) => all + lines.weight![line]! * chanceOf(0.1 + slope * at),
          0,
        );
        const exact = sum((row, share) => share * chanceOf(0.1 + slope * x[row]!));
        expect(Math.abs(chances - exact)).toBeLessThan(
          1e-11 * Math.min(exact, sum((_row, share) => share) - exact) + 1e-9,
        );
      }
    });
  },
);

describe("lines that stand for rows", () => {
  const forecast = drawn({ weighted: true });

  it("carry the weight of the rows and of the positive ones", () => {
    const lines = standInsOf(forecast)!;
    const rows = fitRowsOf(forecast);
    const all = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
    expect(all(lines.weight!)).toBeCloseTo(all(rows.weight!), 6);
    expect(all(lines.came)).toBeCloseTo(all(rows.came), 6);
  });

  it("are none for few rows", () => {
    const few = {
      probability: forecast.probability.slice(0, 100),
      positive: new Uint8Array(100),
      weight: null,
    };
    expect(standInsOf(few)).toBeNull();
  });
});
