import { expect, it } from "vitest";
import { meanOfWholeNumbers, shareOfRows } from "../../../src/statistics/consistency/grim.ts";
import { digits } from "./digits.ts";

it.each([
  ["5.19", 28, 1, "impossible"],
  ["5.18", 28, 1, "possible"],
  ["3.45", 20, 1, "possible"],
  ["3.48", 20, 1, "impossible"],
  ["3.48", 20, 5, "possible"],
  ["-3.45", 20, 1, "possible"],
  ["-3.48", 20, 1, "impossible"],
  ["5.19", 100, 1, "possible"],
  ["17.00", 3, 1, "possible"],
  ["5.19", 0, 1, "cannot-tell"],
  ["5.19", 2.5, 1, "cannot-tell"],
  ["NaN", 10, 1, "cannot-tell"],
  ["1e300", 10, 1, "possible"],
] as const)("a mean of %s over %s rows of %s items is %s", (text, n, items, kind) => {
  expect(meanOfWholeNumbers(digits("mean", text), n, items).kind).toBe(kind);
});

it.each([
  ["0.33", 3, "possible"],
  ["0.34", 3, "impossible"],
  ["0.66", 3, "possible"],
  ["0.67", 3, "possible"],
  ["1.33", 3, "impossible"],
  ["-0.33", 3, "impossible"],
  ["0", 3, "possible"],
  ["1.0", 3, "possible"],
] as const)("a share of %s of %s rows is %s", (text, n, kind) => {
  expect(shareOfRows(digits("share", text), n).kind).toBe(kind);
});

it("names the nearest shares", () => {
  expect(shareOfRows(digits("recall", "0.50"), 7).because).toBe(
    "no recall 0.50 over 7 rows: the nearest are 3/7 = 0.428571 and 4/7 = 0.571429",
  );
});
