import fc from "fast-check";
import { expect, it } from "vitest";
import { orderStatistics } from "../../../src/statistics/calibration/order-statistics.ts";

fc.configureGlobal({ seed: 20240604 });

const probability = fc.oneof(
  fc.integer({ min: 0, max: 8 }).map((part) => part / 8),
  fc.double({ min: 0, max: 1, noNaN: true }).map((one) => one + 0),
  fc.double({ min: 0, max: 1, noNaN: true }).map((one) => 0.5 + one / 1e6),
);

it("are those of the sorted probabilities, at every place, ties and crowds among them", () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 1, maxLength: 80 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      expect(orderStatistics(Float64Array.from(values), [...sorted.keys()])).toEqual(sorted);
    }),
  );
});
