import fc from "fast-check";
import { expect, it } from "vitest";
import { BinFinder } from "../../../src/statistics/calibration/bin-finder.ts";

fc.configureGlobal({ seed: 20240501 });

const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 256 }).map((cell) => cell / 256),
  fc.constantFrom(0, 5e-324, 1 - Number.EPSILON / 2, 1),
);

it("finds the first bin whose upper edge is not below the probability", () => {
  fc.assert(
    fc.property(
      fc.array(share, { maxLength: 30 }),
      fc.array(share, { minLength: 1, maxLength: 30 }),
      (edges, sought) => {
        const rising = Float64Array.from([...edges, 1]).sort();
        const bins = new BinFinder(rising);
        for (const probability of [...sought, ...rising]) {
          expect(bins.of(probability)).toBe(rising.findIndex((edge) => edge >= probability));
        }
      },
    ),
  );
});
