import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/report/due.ts";

describe("addDays", () => {
  it.each([
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-11-23", 7, "2026-11-30"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    // Neither day on which Europe and America change their clocks is longer or shorter here.
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2026-01-01", 365, "2027-01-01"],
    ["2024-01-01", 365, "2024-12-31"],
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it("adds up", () => {
    const days = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(addDays(addDays("2026-01-01", one), other)).toBe(addDays("2026-01-01", one + other));
      }),
    );
  });
});
