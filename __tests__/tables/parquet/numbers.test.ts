import { describe, expect, it } from "vitest";
import type { Leaf, Meaning } from "../../../src/tables/parquet/leaf.ts";
import { areFinite, numbersIn } from "../../../src/tables/parquet/numbers.ts";

const leaf = (meaning: Meaning): Leaf => {
  return { name: "a", physical: "INT64", meaning, optional: false, length: 0 };
};
const whole = (signed: boolean) => leaf({ is: "integer", signed });
const numbers = (of: Leaf, values: ArrayLike<number | bigint>) => numbersIn(of, { kind: "scalars", values });

describe("numbersIn", () => {
  it.each([
    ["signed", true, -1n, -1],
    ["signed", true, -(2n ** 32n) - 1n, -(2 ** 32) - 1],
    ["signed", true, 2n ** 53n - 1n, 2 ** 53 - 1],
    ["signed", true, 2n ** 53n, 2 ** 53],
    ["signed", true, 2n ** 53n + 1n, Number.NaN],
    ["signed", true, -(2n ** 53n) - 1n, Number.NaN],
    ["signed", true, -(2n ** 63n), -(2 ** 63)],
    ["unsigned", false, -1n, Number.NaN],
    ["unsigned", false, -(2n ** 63n), 2 ** 63],
    ["unsigned", false, 2n ** 32n, 2 ** 32],
  ])("gives a %s integer of 64 bits only where a double equals it", (_, signed, stored, value) => {
    expect(numbers(whole(signed), BigInt64Array.of(stored))).toEqual(Float64Array.of(value));
  });

  it("takes integers of 32 bits as what they mean", () => {
    expect(numbers(whole(true), Int32Array.of(-1))).toEqual(Float64Array.of(-1));
    expect(numbers(whole(false), Int32Array.of(-1))).toEqual(Float64Array.of(2 ** 32 - 1));
  });

  it("leaves to themselves what stands for something else than it stores", () => {
    expect(numbers(leaf({ is: "date" }), Int32Array.of(1))).toBeNull();
    expect(numbers(leaf({ is: "decimal", scale: 2 }), Int32Array.of(1))).toBeNull();
    expect(numbers(leaf({ is: "float" }), [])).toBeNull();
  });

  it.each([
    [[1, -0, 1e308, 1e308], true],
    [[1, Number.NaN], false],
    [[Infinity, 1, -Infinity], false],
    [[], true],
  ])("knows whether %j are finite", (values, finite) => {
    expect(areFinite(Float64Array.from(values))).toBe(finite);
  });
});
