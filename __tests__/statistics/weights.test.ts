import { describe, expect, it } from "vitest";
import { compute } from "./compute.ts";

describe("weights that are no binary fractions", () => {
  it.each([
    [[1, 2, 3], [0.1, 0.2, 0.3], 2.5],
    [[1, 2, 3], [0.2, 0.1, 0.3], 2.5],
    [[3, 1, 2], [0.3, 0.2, 0.1], 2.5],
    [[1, 2, 3], [0.1, 0.2, 0.4], 3],
    [[1, 2, 9], [0.3, 0.4, 0], 2],
  ])(
    "halve where they were meant to: errors %j of weight %j have the median %d",
    (errors, weights, median) => {
      const sample = {
        task: "regression",
        truth: new Float64Array(errors.length),
        prediction: Float64Array.from(errors),
        weight: Float64Array.from(weights),
      } as const;
      expect(compute("median_absolute_error", sample)).toMatchObject({ value: median });
    },
  );

  it("add up in a cell as they were meant to", () => {
    const sample = {
      task: "binary",
      classes: ["no", "yes"],
      positive: new Uint8Array(10).fill(1),
      decision: new Uint8Array(10).fill(1),
      score: null,
      weight: new Float64Array(10).fill(0.1),
    } as const;
    expect(compute("confusion_matrix", sample, { actual: "yes", predicted: "yes" })).toMatchObject({
      value: 1,
    });
    expect(compute("support", sample)).toMatchObject({ value: 1 });
  });
});
