import { describe, expect, it } from "vitest";
import { decideAt, decideLargest } from "../../src/statistics/decision.ts";

describe("decisions", () => {
  it("are for the positive class at the threshold and above, never for NaN", () => {
    const score = Float64Array.of(0.1, 0.5, 0.5 - 2 ** -54, 0.9, Number.NaN, Number.POSITIVE_INFINITY);
    expect([...decideAt(score, 0.5)]).toEqual([0, 1, 0, 1, 0, 1]);
  });

  it("are not made at a threshold that is none", () => {
    expect(() => decideAt(Float64Array.of(0.5), Number.NaN)).toThrow(RangeError);
  });

  it("are for the class of the largest score, the first of several", () => {
    const scores = [
      Float64Array.of(0.2, 0.4, 0.3),
      Float64Array.of(0.5, 0.4, 0.3),
      Float64Array.of(0.3, 0.2, 0.4),
    ];
    expect([...decideLargest(scores)]).toEqual([1, 0, 2]);
    expect(() => decideLargest([])).toThrow(RangeError);
  });
});
