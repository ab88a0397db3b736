import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending } from "../../../src/statistics/ranking/ascending.ts";

fc.configureGlobal({ seed: 20240501 });

describe("ascending", () => {
  it("is the stable order of any finite numbers, -0 equal to 0", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), (values) => {
        const expected = [...values.keys()].sort(
          (left, right) => values[left]! - values[right]! || left - right,
        );
        expect([...ascending(Float64Array.from(values))]).toEqual(expected);
      }),
    );
  });

  it("is so too for many rows, which it sorts by wider digits", () => {
    const values = Float64Array.from(
      { length: 6000 },
      (_, row) => Math.tan(row * row) * 10 ** ((row % 600) - 300),
    );
    const expected = [...values.keys()].sort((left, right) => values[left]! - values[right]! || left - right);
    expect([...ascending(values)]).toEqual(expected);
  });
});
