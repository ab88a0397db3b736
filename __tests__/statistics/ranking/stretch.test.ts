import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../../src/statistics/ranking/average-precision.ts";
import { rocAuc } from "../../../src/statistics/ranking/roc-auc.ts";
import type { BinarySample } from "../../../src/statistics/sample.ts";
import { STRETCH } from "../../../src/statistics/stretch.ts";

/** Ranked rows are passed over a stretch at a time, and lines that stand for rows score by score. */
describe.each([rocAuc, averagePrecision])("$name, in stretches", (metric) => {
  it.each([
    [STRETCH - 1, 0],
    [STRETCH, 0],
    [STRETCH + 1, 0],
    [3 * STRETCH + 7, 0],
    [3 * STRETCH + 7, 7],
    // One score is longer than a stretch.
    [4 * STRETCH, 3 * STRETCH],
  ])("of %i rows in ties of %i", (rows, tied) => {
    const sample = sampleOf(rows, tied);
    const one = new Float64Array(rows).fill(1);
    const [byRows, byLines] = [sample, { ...sample, weight: one, frequency: one }].map((each) => {
      const outcome = metric.compute(each, {}, 0.95);
      if (outcome.kind === "undefined") throw new Error(outcome.reason);
      return [outcome.value, outcome.interval?.low ?? 0, outcome.interval?.high ?? 0];
    });
    byRows!.forEach((number, index) => {
      expect(Math.abs(number - byLines![index]!)).toBeLessThanOrEqual(1e-13);
    });
  });
});

function sampleOf(rows: number, tied: number): BinarySample {
  const score = Float64Array.from({ length: rows }, (_, row) => {
    const place = (row * 7919) % rows;
    return tied === 0 ? place : Math.floor(place / tied);
  });
  return {
    task: "binary",
    classes: ["0", "1"],
    positive: Uint8Array.from(score, (value, row) =>
      (row * 31) % 97 < 20 + (60 * value) / (rows / (tied || 1)) ? 1 : 0,
    ),
    decision: null,
    score,
    weight: null,
  };
}
