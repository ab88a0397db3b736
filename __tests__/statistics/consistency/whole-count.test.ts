import fc from "fast-check";
import { expect, it } from "vitest";
import { shareCounts, snapped, wholeCounts } from "../../../src/statistics/consistency/whole-count.ts";

const ULPS = [-2, -1, 0, 1, 2].map((ulps) => ulps * Number.EPSILON);

it("the counts of a window are those whose quotients lie in it, to the last bit", () => {
  const ends = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), fc.nat(1000));
  fc.assert(
    fc.property(ends, fc.constantFrom(...ULPS), ([n, first, second], ulps) => {
      const [least, most] = [Math.min(first, second), Math.max(first, second)];
      const window = { low: (least / n) * (1 + ulps), high: (most / n) * (1 + ulps) };
      const inside = Array.from({ length: most + 3 }, (_, k) => k).filter(
        (k) => k / n >= window.low && k / n <= window.high,
      );
      const { low, high } = wholeCounts(window, n);
      expect(Array.from({ length: Math.max(high - low + 1, 0) }, (_, index) => low + index)).toEqual(inside);
    }),
    { seed: 20240501, numRuns: 2000 },
  );
});

it("a share is of no fewer than none and no more than all", () => {
  expect(shareCounts({ low: -0.5, high: 1.5 }, 10)).toEqual({ low: 0, high: 10 });
});

it("a window without a count is snapped to an empty one", () => {
  const { low, high } = snapped({ low: 0.41, high: 0.49 }, 10);
  expect(low).toBeGreaterThan(high);
  expect(snapped({ low: 0.38, high: 0.62 }, 10)).toEqual({ low: 0.4, high: 0.6 });
});
