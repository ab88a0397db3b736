import fc from "fast-check";
import { expect, it } from "vitest";
import { blocksOf } from "../../src/statistics/loss-blocks.ts";
import { momentsOf } from "../../src/statistics/moments.ts";
import { sumOf } from "../../src/statistics/sum.ts";

fc.configureGlobal({ seed: 20240501 });

it.each([true, false])("are those of two passes over all rows, never negative: %s", (neverNegative) => {
  const loss = fc.double({ min: neverNegative ? 0 : -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(loss, { minLength: 1, maxLength: 800 }), fc.constantFrom(0, 1e6), (values, far) => {
      // So that later blocks lie apart from the first.
      const losses = Float64Array.from(values, (value, row) => value + (row >= 256 ? far : 0));
      const { rows, mean, squares } = momentsOf(blocksOf(losses), null, neverNegative);
      const middle = sumOf(losses) / losses.length;
      const about = sumOf(losses.map((value) => (value - middle) ** 2));
      expect(rows).toBe(losses.length);
      expect(Math.abs(mean - middle)).toBeLessThanOrEqual(1e-13 * (far + 1));
      expect(Math.abs(squares - about)).toBeLessThanOrEqual(1e-12 * (about + far * far * 1e-12 + 1e-3));
    }),
  );
});

it("are counted alike in lines that stand for rows", () => {
  const [losses, frequency] = [Float64Array.of(0.25, 0.5, 0.125), Float64Array.of(3, 1, 2)];
  const rows = Float64Array.of(0.25, 0.25, 0.25, 0.5, 0.125, 0.125);
  expect(momentsOf(blocksOf(losses), frequency, true)).toEqual(momentsOf(blocksOf(rows), null, true));
});

it("have a spread where the losses are large and their squares too large to hold", () => {
  const losses = Float64Array.of(1e160, 1e160 + 1e150, 1e160 - 1e150);
  expect(momentsOf(blocksOf(losses), null, true).squares / 2e300).toBeCloseTo(1, 2);
});
