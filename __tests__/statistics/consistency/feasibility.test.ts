import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feasibilityOf, type Rows } from "../../../src/statistics/consistency/confusion/feasibility.ts";
import type { Matrix } from "../../../src/statistics/consistency/confusion/matrix.ts";
import type { Steps } from "../../../src/statistics/consistency/confusion/staircase.ts";
import type { Reported } from "../../../src/statistics/consistency/reported.ts";
import { resolve } from "../../../src/statistics/consistency/resolved.ts";
import { digits } from "./digits.ts";
import {
  isWritten,
  isWrittenOverBoth,
  isWrittenWithZeros,
  METRICS,
  matrices,
  scoreOf,
} from "./every-matrix.ts";

const SETTINGS = { seed: 20240501 };
const RUNS = 1000;

const cells = (most: number) => fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most), fc.nat(most));

/** A matrix, and some of its scores written with their own number of digits, some of them made wrong. */
const reports = fc
  .oneof({ weight: 3, arbitrary: cells(10) }, cells(2))
  .filter((four) => four.some((cell) => cell > 0))
  .chain(([tp, fp, fn, tn]) => {
    const matrix: Matrix = { tp, fp, fn, tn };
    const number = fc.record({
      metric: fc.constantFrom(...METRICS),
      decimals: fc.integer({ min: 1, max: 4 }),
      isCutOff: fc.boolean(),
      wrongBy: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -30, max: 30 })),
    });
    const written = fc.array(number, { minLength: 1, maxLength: 5 }).map((numbers) =>
      numbers.map(({ metric, decimals, isCutOff, wrongBy }): Reported => {
        const scaled = (Number.isNaN(scoreOf(metric, matrix)) ? 0 : scoreOf(metric, matrix)) * 10 ** decimals;
        const whole = (isCutOff ? Math.trunc(scaled) : Math.round(scaled)) + wrongBy;
        return { metric, decimals, value: whole / 10 ** decimals };
      }),
    );
    const n = tp + fp + fn + tn;
    const rows = fc.constantFrom<Rows>(
      { n, positives: tp + fn, classes: null },
      { n, positives: null, classes: null },
    );
    return fc.record({ rows, written });
  });

function ask(rows: Rows, written: readonly Reported[], steps?: Steps) {
  const resolved = written.map((one) => {
    const answer = resolve(one, "binary");
    if (typeof answer === "string") throw new Error(answer);
    return answer;
  });
  return feasibilityOf(rows, resolved, steps);
}

function exists({ n, positives }: Rows, written: readonly Reported[], isSo: typeof isWritten): boolean {
  for (const matrix of matrices(n, positives)) {
    if (written.every((one) => isSo(one.metric, matrix, one))) return true;
  }
  return false;
}

function isPrintable(rows: Rows, written: readonly Reported[]): boolean {
  return exists(rows, written, isWrittenWithZeros) || exists(rows, written, isWrittenOverBoth);
}

describe("agrees with going through every matrix", () => {
  it("on what is possible, with an example that is one, and on nothing else", () => {
    fc.assert(
      fc.property(reports, ({ rows, written }) => {
        const answer = ask(rows, written);
        expect(answer.kind === "possible").toBe(exists(rows, written, isWritten));
        if (answer.kind !== "possible") return;
        const { tp, fp, fn, tn } = answer.example;
        expect(tp + fp + fn + tn).toBe(rows.n);
        expect(rows.positives ?? tp + fn).toBe(tp + fn);
        expect(written.every((one) => isWritten(one.metric, answer.example, one))).toBe(true);
      }),
      { ...SETTINGS, numRuns: RUNS },
    );
  });

  it("on what is impossible, with numbers of which none can be left out", () => {
    fc.assert(
      fc.property(reports, ({ rows, written }) => {
        const answer = ask(rows, written);
        if (answer.kind === "possible") return;
        expect(answer.kind).toBe(isPrintable(rows, written) ? "cannot-tell" : "impossible");
        if (answer.kind !== "impossible") return;
        expect(isPrintable(rows, answer.conflict)).toBe(false);
        for (const one of answer.conflict) {
          const rest = answer.conflict.filter((other) => other !== one);
          expect(isPrintable(rows, rest)).toBe(true);
        }
      }),
      { ...SETTINGS, numRuns: RUNS },
    );
  });
});

const MILLION = { tp: 123_456, fp: 34_567, fn: 45_678, tn: 796_299 };
const scoresOfMillion = (decimals: number) =>
  METRICS.map((metric) => digits(metric, scoreOf(metric, MILLION).toFixed(decimals)));

describe("of a million rows", () => {
  it.each([1, 2, 3, 4, 6, 9, 16])("the scores of a matrix are possible with %i decimals", (decimals) => {
    expect(ask({ n: 1e6, positives: 169_134, classes: null }, scoresOfMillion(decimals)).kind).toBe(
      "possible",
    );
    expect(ask({ n: 1e6, positives: null, classes: null }, scoresOfMillion(decimals)).kind).toBe("possible");
  });

  it.each([169_134, null])("a score in the fourth digit off is found, with %s positives", (positives) => {
    const scores = scoresOfMillion(4).map((one) => (one.metric === "f1" ? digits("f1", "0.7551") : one));
    const answer = ask({ n: 1e6, positives, classes: null }, scores);
    expect(answer.kind).toBe("impossible");
    expect(answer.kind === "impossible" && answer.conflict.map(({ metric }) => metric)).toContain("f1");
  });
});

it.each([
  ["recall of seven rows", 100, 7, ["recall 0.50"], "impossible"],
  ["its nearest share", 100, 7, ["recall 0.57"], "possible"],
  ["the same cut off", 100, 8, ["recall 0.62"], "possible"],
  ["the next digit is not cut off", 100, null, ["accuracy 0.565"], "impossible"],
  ["a half rounds up", 8, null, ["accuracy 0.63"], "possible"],
  ["a half rounds to even", 8, null, ["accuracy 0.62"], "possible"],
  ["but not beyond", 8, null, ["accuracy 0.64"], "impossible"],
  ["0.3 in single precision, all its digits", 10, null, ["accuracy 0.30000001192092896"], "possible"],
  ["F1 above precision and recall", 5000, null, ["precision 0.80", "recall 0.70", "f1 0.80"], "impossible"],
  ["accuracy 1 where nothing is found", 40, 4, ["accuracy 1.0", "recall 0.0"], "impossible"],
  ["F1 1 where nothing is found", 40, null, ["f1 1.00", "precision 0.00", "recall 0.00"], "impossible"],
  ["all negative", 100, 5, ["accuracy 0.95", "recall 0.00"], "possible"],
  ["all negative, with 0 for 0/0", 100, 5, ["accuracy 0.95", "recall 0.00", "precision 0.00"], "cannot-tell"],
  ["all positive, with 0 for 0/0", 100, null, ["precision 0.95", "recall 1.000", "npv 0.00"], "cannot-tell"],
  ["one true negative, no positives", 4, 0, ["npv 1.0", "specificity 0.25"], "possible"],
  ["one true negative, no misses", 4, 1, ["npv 1.0", "specificity 0.33", "precision 0.33"], "possible"],
  ["all wrong", 7, 6, ["mcc -1.0"], "possible"],
  ["balanced accuracy of one class", 10, 0, ["balanced_accuracy 0.70", "specificity 0.70"], "cannot-tell"],
  ["more positives than rows", 10, 11, ["accuracy 0.5"], "impossible"],
  ["no rows", 0, null, ["accuracy 0.5"], "cannot-tell"],
  ["half a row", 10.5, null, ["accuracy 0.5"], "cannot-tell"],
  ["minus one positive", 10, -1, ["accuracy 0.5"], "cannot-tell"],
  ["too many matrices", 1e6, null, ["accuracy 0.871200", "f1 0.66666753"], "cannot-tell"],
  ["the same with positives", 1e6, 200_000, ["accuracy 0.871200", "f1 0.66666753"], "impossible"],
  ["rows beyond counting", 1e12, null, ["f1 0.123456789", "accuracy 0.987654321"], "possible"],
] as const)("%s", (_name, n, positives, texts, kind) => {
  const written = texts.map((text) => digits(...(text.split(" ") as [string, string])));
  const answer = ask({ n, positives, classes: null }, written, { left: 2e5 });
  expect(answer.kind).toBe(kind);
});

it("the numbers of a conflict are named, and the others are not", () => {
  const written = [
    digits("accuracy", "0.90"),
    digits("precision", "0.80"),
    digits("recall", "0.70"),
    digits("f1", "0.80"),
  ];
  const answer = ask({ n: 1000, positives: 200, classes: null }, written);
  expect(answer).toMatchObject({
    kind: "impossible",
    because:
      "no confusion matrix of 1000 rows with 200 positives gives precision 0.80, recall 0.70 and f1 0.80 together",
  });
});

it("more numbers than a report has are not searched", () => {
  const written = Array.from({ length: 65 }, () => digits("accuracy", "0.5"));
  expect(ask({ n: 10, positives: null, classes: null }, written).kind).toBe("cannot-tell");
});
