import { expect, it } from "vitest";
import { Numbering } from "../../src/statistics/numbering.ts";

it.each([10, 65_536, 1e12])("numbers keys below %s in the order in which they are first met", (bound) => {
  const numbering = new Numbering(bound);
  expect([7, 0, 7, 9, 0, 7].map((key) => numbering.numberOf(key))).toEqual([0, 1, 0, 2, 1, 0]);
  expect(numbering.keys).toEqual([7, 0, 9]);
});
