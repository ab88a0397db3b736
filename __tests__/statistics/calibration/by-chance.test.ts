import { describe, expect, it } from "vitest";
import { calibrationErrorByChance } from "../../../src/statistics/calibration/calibration-by-chance.ts";
import { expectedCalibrationError } from "../../../src/statistics/calibration/calibration-error.ts";
import { reliabilityOf } from "../../../src/statistics/calibration/reliability.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";

const MASS = { by: "mass", bins: 10 } as const;
const spread = (rows: number) => Float64Array.from({ length: rows }, (_, row) => 0.1 + (0.8 * row) / rows);
const none = (rows: number) => new Uint8Array(rows);

describe("the calibration error that chance alone gives", () => {
  it.each([100, 1000])("is the mean error of calibrated forecasts of %i rows", (rows) => {
    const probability = spread(rows);
    const random = new Sfc64(Uint32Array.of(1, 2, 3));
    let sum = 0;
    for (let again = 0; again < 400; again++) {
      const positive = Uint8Array.from(probability, (chance) => (random.next() / 2 ** 32 < chance ? 1 : 0));
      sum += expectedCalibrationError(reliabilityOf({ probability, positive, weight: null }, MASS));
    }
    const found = calibrationErrorByChance(
      reliabilityOf({ probability, positive: none(rows), weight: null }, MASS),
    );
    expect(Math.abs(found! / (sum / 400) - 1)).toBeLessThan(0.04);
  });

  it("halves with four times the rows, is 0 of certain forecasts, and none of weighted rows", () => {
    const of = (probability: Float64Array, weight: Float64Array | null = null) =>
      calibrationErrorByChance(
        reliabilityOf({ probability, positive: none(probability.length), weight }, MASS),
      );
    const constant = (rows: number) => new Float64Array(rows).fill(0.3);
    expect(of(constant(400))! * 2).toBeCloseTo(of(constant(100))!, 12);
    expect(of(constant(100))).toBeCloseTo(Math.sqrt((2 * 0.21) / 100 / Math.PI), 12);
    expect(of(new Float64Array(50).fill(1))).toBe(0);
    expect(of(constant(4), new Float64Array(4).fill(2))).toBeNull();
  });
});
