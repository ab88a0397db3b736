import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "../../../src/statistics/proportions/adjusted-p.ts";
import { differenceTest } from "../../../src/statistics/proportions/equality-test.ts";
import { miettinenNurminenInterval } from "../../../src/statistics/proportions/miettinen-nurminen.ts";
import { newcombeInterval } from "../../../src/statistics/proportions/newcombe.ts";
import type { Proportion } from "../../../src/statistics/proportions/proportion.ts";
import { ratioInterval } from "../../../src/statistics/proportions/ratio-interval.ts";
import { rowsForHalfWidth } from "../../../src/statistics/proportions/rows-for-width.ts";
import { rowsToShow } from "../../../src/statistics/proportions/rows-to-show.ts";
import { rateWithoutFailures } from "../../../src/statistics/proportions/zero-failures.ts";
import { CLOSED, casesOf, expectNear, ITERATIVE, near, valued } from "../cases.ts";

type Pair = readonly [x1: number, n1: number, x2: number, n2: number, ...rest: number[]];
type Ends = readonly [number, number | null];

const pairOf = ([x1, n1, x2, n2]: Pair): readonly [Proportion, Proportion] => [
  { successes: x1, trials: n1 },
  { successes: x2, trials: n2 },
];
const ends = (interval: { readonly low: number; readonly high: number | null } | string) => {
  const { low, high } = valued(interval);
  return { low, high };
};
const asEnds = ([low, high]: Ends) => ({ low, high });

describe("intervals of two proportions agree", () => {
  const cases = casesOf<Pair, Record<"newcombe" | "difference" | "koopman" | "ratio", Ends>>(
    "proportions",
    "intervals",
  );

  it.each(cases)("on $input", ({ input, answer }) => {
    const [one, other] = pairOf(input);
    const confidence = input[4]!;
    // The ends of terms near 1 that cancel keep 1e-15, not 1e-12 of what is left.
    expectNear(ends(newcombeInterval(one, other, confidence)), asEnds(answer.newcombe), 5e-12);
    expectNear(ends(miettinenNurminenInterval(one, other, confidence)), asEnds(answer.difference), ITERATIVE);
    expectNear(ends(ratioInterval(one, other, confidence, "koopman")), asEnds(answer.koopman), ITERATIVE);
    expectNear(
      ends(ratioInterval(one, other, confidence, "miettinen-nurminen")),
      asEnds(answer.ratio),
      ITERATIVE,
    );
  });

  it.each(casesOf<Pair, readonly [Ends, Ends]>("proportions", "ratio intervals"))(
    "with statsmodels' ratios on $input",
    ({ input, answer: [koopman, corrected] }) => {
      const [one, other] = pairOf(input);
      expectNear(ends(ratioInterval(one, other, input[4]!, "koopman")), asEnds(koopman), ITERATIVE);
      expectNear(
        ends(ratioInterval(one, other, input[4]!, "miettinen-nurminen")),
        asEnds(corrected),
        ITERATIVE,
      );
    },
  );

  it.each([
    { of: [56, 70, 48, 80], newcombe: [0.0524, 0.3339], score: [0.0528, 0.3382] },
    { of: [9, 10, 3, 10], newcombe: [0.1705, 0.809], score: [0.17, 0.8406] },
  ] as const)("with Newcombe's table on $of", ({ of, newcombe, score }) => {
    const [one, other] = pairOf(of);
    const printed = (interval: ReturnType<typeof newcombeInterval>) =>
      Object.values(ends(interval)).map((end) => Number(end!.toFixed(4)));
    expect(printed(newcombeInterval(one, other, 0.95))).toEqual(newcombe);
    expect(printed(miettinenNurminenInterval(one, other, 0.95))).toEqual(score);
  });
});

describe("tests of two proportions agree", () => {
  it.each(casesOf<Pair, { z: number; p: number }>("proportions", "test"))(
    "on $input",
    ({ input, answer }) => {
      const { statistic, p } = valued(differenceTest(...pairOf(input), input[4]!));
      expectNear({ z: statistic, p }, { ...answer }, input[4] === 0 ? CLOSED : ITERATIVE);
    },
  );

  it.each(casesOf<Pair, readonly [number, number]>("proportions", "equality"))(
    "with statsmodels on $input",
    ({ input, answer: [z, p] }) => {
      const test = valued(differenceTest(...pairOf(input)));
      expectNear({ z: test.statistic, p: test.p }, { z, p }, CLOSED);
    },
  );

  it.each(casesOf<readonly number[], { holm: number[]; fdr_bh: number[] }>("proportions", "adjusted"))(
    "adjusted p-values of $input",
    ({ input, answer }) => {
      const p = Float64Array.from(input);
      expect([...holm(p)].every((value, index) => near(value, answer.holm[index]!, CLOSED))).toBe(true);
      expect(
        [...benjaminiHochberg(p)].every((value, index) => near(value, answer.fdr_bh[index]!, CLOSED)),
      ).toBe(true);
    },
  );
});

describe("sizes agree", () => {
  type Claim = readonly [target: number, truth: number, confidence: number, power: number];
  type Shown = { rows: number; failures: number; normal: number | null };

  it.each(casesOf<Claim, Shown>("proportions", "rows to show"))(
    "with every number of rows in turn, to show $input",
    ({ input, answer: { normal, ...needed } }) => {
      expect(rowsToShow(...input)).toEqual(needed);
      if (normal !== null && normal > 50) expect(Math.abs(needed.rows / normal - 1)).toBeLessThan(0.15);
    },
  );

  it.each(casesOf<readonly [number, number, number], number>("proportions", "half-width"))(
    "with Wilson's interval by every number of rows in turn, for $input",
    ({ input, answer }) => expect(rowsForHalfWidth(...input)).toBe(answer),
  );

  it.each(casesOf<readonly [number, number], number>("proportions", "no failures"))(
    "without failures in $input",
    ({ input, answer }) => expect(near(rateWithoutFailures(...input), answer, CLOSED)).toBe(true),
  );
});
