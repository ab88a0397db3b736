import { describe, expect, it } from "vitest";
import { mcnemar } from "../../../src/statistics/comparison/mcnemar.ts";
import { pairedDelong } from "../../../src/statistics/comparison/paired-delong.ts";
import { pairedLosses } from "../../../src/statistics/comparison/paired-losses.ts";
import { tangoInterval } from "../../../src/statistics/comparison/tango.ts";
import { verdictOf } from "../../../src/statistics/comparison/verdict.ts";
import { CLOSED, casesOf, expectNear, ITERATIVE, valued } from "../cases.ts";

type Ends = readonly [number, number];

interface Scores {
  readonly positive: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly confidence: number;
}
interface Areas {
  readonly areas: Ends;
  readonly variances: Ends;
  readonly covariance: number;
  readonly interval: Ends | null;
  readonly z?: number;
  readonly p?: number;
}

describe("two areas on the same rows agree with all pairs", () => {
  it.each(casesOf<Scores, Areas>("comparison", "delong").map((one, index) => ({ ...one, index })))(
    "sample $index",
    ({ input, answer }) => {
      const [before, after] = [Float64Array.from(input.before), Float64Array.from(input.after)];
      const found = valued(pairedDelong(Uint8Array.from(input.positive), before, after, input.confidence));
      expectNear(
        {
          before: found.before,
          after: found.after,
          difference: found.difference,
          varianceBefore: found.variance.before,
          varianceAfter: found.variance.after,
          covariance: found.covariance,
          low: found.interval?.low ?? null,
          high: found.interval?.high ?? null,
          z: found.test?.statistic ?? null,
          p: found.test?.p ?? null,
        },
        {
          before: answer.areas[0],
          after: answer.areas[1],
          difference: answer.areas[1] - answer.areas[0],
          varianceBefore: answer.variances[0],
          varianceAfter: answer.variances[1],
          covariance: answer.covariance,
          low: answer.interval?.[0] ?? null,
          high: answer.interval?.[1] ?? null,
          z: answer.z ?? null,
          p: answer.p ?? null,
        },
        CLOSED,
      );
    },
  );
});

describe("tests on the same rows agree", () => {
  it.each(casesOf<Ends, Record<string, number>>("comparison", "mcnemar"))(
    "McNemar's with statsmodels on $input",
    ({ input: [onlyBefore, onlyAfter], answer }) => {
      const found = valued(mcnemar({ rows: 200_000, onlyBefore, onlyAfter }));
      expectNear({ ...found }, answer, CLOSED);
    },
  );

  type Losses = Omit<Scores, "positive">;
  type Student = { interval: Ends; t: number; p: number; difference: number };
  it.each(casesOf<Losses, Student>("comparison", "student"))(
    "Student's with SciPy, of $answer.t",
    ({ input, answer: { interval, ...answer } }) => {
      const [before, after] = [Float64Array.from(input.before), Float64Array.from(input.after)];
      const found = valued(pairedLosses(before, after, input.confidence));
      expectNear(
        {
          difference: found.difference,
          low: found.interval!.low,
          high: found.interval!.high,
          t: found.test!.statistic,
          p: found.test!.p,
        },
        { ...answer, low: interval[0], high: interval[1] },
        CLOSED,
      );
    },
  );

  type Margin = Losses & { readonly margin: number };
  it.each(casesOf<Margin, { readonly p: number; readonly kind: string }>("comparison", "margin"))(
    "a verdict with the one-sided tests of statsmodels and SciPy: $answer.kind",
    ({ input, answer }) => {
      const [before, after] = [Float64Array.from(input.before), Float64Array.from(input.after)];
      const { interval } = valued(pairedLosses(before, after, input.confidence));
      expect(verdictOf(interval, input.margin, "higher").kind).toBe(answer.kind);
      const turned = valued(pairedLosses(after, before, input.confidence)).interval;
      expect(verdictOf(turned, input.margin, "lower").kind).toBe(answer.kind);
    },
  );

  type Counts = readonly [rows: number, onlyBefore: number, onlyAfter: number, confidence: number];
  it.each(casesOf<Counts, Ends>("comparison", "tango"))(
    "Tango's interval with its definition on $input",
    ({ input: [rows, onlyBefore, onlyAfter, confidence], answer: [low, high] }) => {
      const found = valued(tangoInterval({ rows, onlyBefore, onlyAfter }, confidence));
      expectNear({ low: found.low, high: found.high }, { low, high }, ITERATIVE);
    },
  );
});
