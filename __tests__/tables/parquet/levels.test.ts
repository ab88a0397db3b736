import { describe, expect, it } from "vitest";
import { levelsOf } from "../../../src/tables/parquet/levels.ts";
import { placesOf } from "../../../src/tables/parquet/places.ts";

const levels = (bytes: readonly number[], count: number) =>
  levelsOf(Uint8Array.from(bytes), 0, bytes.length, count);

describe("levelsOf", () => {
  it.each([
    ["one run", [10, 1], 5],
    ["two runs", [4, 1, 6, 1], 5],
    ["a packed group", [3, 0b11111111], 8],
    ["a run and a group", [4, 1, 3, 0b111], 5],
  ])("says that all are there of %s of 1s", (_, bytes, count) => {
    expect(levels(bytes, count)).toEqual({ present: null, there: count });
  });

  it("says which are there where some are null", () => {
    expect(levels([4, 1, 3, 0b101], 5)).toEqual({ present: Int32Array.of(1, 1, 1, 0, 1), there: 4 });
    expect(levels([10, 0], 5)).toEqual({ present: new Int32Array(5), there: 0 });
  });

  it("refuses a level that no bit holds, which could stand for two rows", () => {
    expect(() => levels([2, 2, 2, 0], 2)).toThrow("damaged");
  });
});

describe("placesOf", () => {
  const present = Int32Array.of(0, 1, 0, 1);

  it.each([
    ["the values of a page without nulls", null, null, null],
    ["indexes without nulls", null, Int32Array.of(3, 1), Int32Array.of(3, 1)],
    ["the values of a page with nulls", present, null, Int32Array.of(-1, 0, -1, 1)],
    ["indexes with nulls", present, Int32Array.of(3, 1), Int32Array.of(-1, 3, -1, 1)],
  ])("finds %s", (_, there, indexes, places) => {
    expect(placesOf(there, indexes)).toEqual(places);
  });
});
