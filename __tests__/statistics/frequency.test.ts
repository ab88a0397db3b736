import { describe, expect, it } from "vitest";
import { upperEdges } from "../../src/statistics/calibration/edges.ts";
import { forecastOf } from "../../src/statistics/calibration/forecast.ts";
import { countedLines } from "../../src/statistics/frequency.ts";
import { rocAuc } from "../../src/statistics/ranking/roc-auc.ts";
import { bootstrapMetric } from "../../src/statistics/resampling/bootstrap-metric.ts";
import type { BinarySample, RegressionSample } from "../../src/statistics/sample.ts";
import { compute } from "./compute.ts";

function scored(score: readonly number[], counts: readonly number[]): BinarySample {
  return {
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.from(score, (_, line) => line % 2),
    decision: null,
    score: Float64Array.from(score),
    ...countedLines(Float64Array.from(counts), null),
  };
}

function missed(errors: readonly number[], counts: readonly number[]): RegressionSample {
  return {
    task: "regression",
    truth: new Float64Array(errors.length),
    prediction: Float64Array.from(errors),
    ...countedLines(Float64Array.from(counts), null),
  };
}

describe("a frequency", () => {
  it.each([
    [[2, 0], "a count of rows is no whole number of 1 or more"],
    [[2, -1], "a count of rows is no whole number of 1 or more"],
    [[2, 1.5], "a count of rows is no whole number of 1 or more"],
    [[2, Number.NaN], "a count of rows is no whole number of 1 or more"],
    [[2 ** 52, 2 ** 52], "the counts sum to 2^53 or more, so rows cannot be counted exactly"],
  ])("of %j is none", (counts, reason) => {
    expect(compute("roc_auc", scored([0.2, 0.7], counts))).toMatchObject({ kind: "undefined", reason });
  });

  it("that the weight leaves out, or of other lines, is a fault of the caller", () => {
    const sample = scored([0.2, 0.7], [1, 2]);
    expect(() => compute("roc_auc", { ...sample, weight: null })).toThrow(RangeError);
    expect(() => compute("roc_auc", { ...sample, frequency: Float64Array.of(1) })).toThrow(RangeError);
  });

  it("counts rows in what is said of them", () => {
    expect(compute("brier_score", scored([0.2, 1.7], [3, 4]))).toMatchObject({
      reason: "4 of 7 scores lie outside [0, 1], so they are not probabilities",
      n: 7,
    });
    expect(compute("mean_absolute_percentage_error", missed([1], [5]))).toMatchObject({
      reason: "the true value is 0 in 5 of 5 rows, so no share of it exists",
    });
  });

  it("has no rows to draw", () => {
    const plan = {
      method: "bootstrap-bca",
      replicates: 100,
      confidence: 0.95,
      seed: { data: "", policy: "" },
    } as const;
    const drawing = { byClass: false, entity: null };
    expect(bootstrapMetric(rocAuc, scored([0.2, 0.7], [3, 4]), {}, drawing, plan)).toBe(
      "it needs the rows, not their counts",
    );
  });

  it("is exact up to 2^53: one row more decides where the middle is", () => {
    const most = 2 ** 52;
    expect(compute("median_absolute_error", missed([1, 2], [most, most - 2]))).toMatchObject({ value: 1 });
    expect(compute("median_absolute_error", missed([1, 2], [most - 1, most - 1]))).toMatchObject({
      value: 1.5,
    });
    const forecast = forecastOf(scored([0.2, 0.8], [2 ** 51 - 1, 2 ** 51 + 1]));
    if (typeof forecast === "string") throw new Error(forecast);
    expect([...upperEdges(forecast, { by: "mass", bins: 2 })]).toEqual([0.8, 1]);
  });
});
