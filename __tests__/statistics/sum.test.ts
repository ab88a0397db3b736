import { describe, expect, it } from "vitest";
import { meanOf, sumOf } from "../../src/statistics/sum.ts";

describe("sums", () => {
  it("keep what plain addition loses", () => {
    expect(sumOf(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2);
    expect(sumOf(new Float64Array(10).fill(0.1))).toBe(1);
    expect(meanOf(Float64Array.of(1, 5), Float64Array.of(3, 1))).toBe(2);
  });

  it("overflow to infinity and not to NaN", () => {
    expect(sumOf(Float64Array.of(1e308, 1e308, 1e308))).toBe(Number.POSITIVE_INFINITY);
  });
});
