import { describe, expect, it } from "vitest";
import { atMostBinomial } from "../../../src/statistics/tails/binomial.ts";
import { aboveChiSquare } from "../../../src/statistics/tails/chi-square.ts";
import { twoSidedNormal } from "../../../src/statistics/tails/normal.ts";
import { twoSidedStudent } from "../../../src/statistics/tails/student-t.ts";
import { CLOSED, casesOf, near } from "../cases.ts";

type Given = readonly [law: string, number, number, number];

describe("tails agree with SciPy", () => {
  const cases = casesOf<Given, number>("proportions", "tail");

  it.each([
    ["normal", twoSidedNormal],
    ["student", twoSidedStudent],
    ["chi-square", aboveChiSquare],
    ["binomial", atMostBinomial],
  ] as const)("of the %s law", (law, tail) => {
    const ofLaw = cases.filter(({ input }) => input[0] === law);
    const wrong = ofLaw.filter(({ input: [, ...given], answer }) => !near(tail(...given), answer, CLOSED));
    expect(wrong).toEqual([]);
    expect(ofLaw.length).toBeGreaterThan(7);
  });

  it("ends", () => {
    expect(twoSidedStudent(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(twoSidedStudent(Number.NaN, 3)).toBeNaN();
    expect(aboveChiSquare(0, 3)).toBe(1);
    expect(atMostBinomial(-1, 3, 0.5)).toBe(0);
    expect(atMostBinomial(3, 3, 0.5)).toBe(1);
  });
});
