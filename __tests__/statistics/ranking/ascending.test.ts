import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending, ascendingTies } from "../../../src/statistics/ranking/ascending.ts";

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
        const sorted = ascendingTies(Float64Array.from(values));
        expect([...sorted.rows]).toEqual(expected);
        expect([...sorted.last]).toEqual(lastsOf(values, expected));
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

  it.each<[string, (row: number) => number]>([
    ["lie evenly", (row) => Math.sin(row * row)],
    ["are few", (row) => (row * 7919) % 13],
    ["are all the same", () => 0.5],
    ["lie evenly by their logarithm", (row) => Math.exp(-40 * Math.abs(Math.sin(row * row)))],
    [
      "crowd about one of them",
      (row) => (row % 100 === 0 ? Math.sin(row * row) : 1 + 1e-12 * Math.sin(row * row)),
    ],
    ["span more than a number can hold", (row) => Math.sin(row * row) * Number.MAX_VALUE],
    ["are denormal", (row) => ((row * 7919) % 1000) * 5e-324],
  ])("is so when the values %s", (_, value) => {
    const values = Float64Array.from({ length: 20_000 }, (_, row) => value(row));
    const expected = [...values.keys()].sort((left, right) => values[left]! - values[right]! || left - right);
    const sorted = ascendingTies(values);
    expect([...sorted.rows]).toEqual(expected);
    expect([...sorted.last]).toEqual(lastsOf([...values], expected));
  });
});

/** 1 where the next value in order is another. */
function lastsOf(values: readonly number[], order: readonly number[]): number[] {
  return order.map((row, place) => (values[order[place + 1] ?? -1] === values[row] ? 0 : 1));
}
