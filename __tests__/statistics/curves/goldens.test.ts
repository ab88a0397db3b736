import { describe, expect, it } from "vitest";
import type { Curve } from "../../../src/statistics/curves/curve.ts";
import { gainCurve } from "../../../src/statistics/curves/gain-curve.ts";
import { precisionRecallCurve } from "../../../src/statistics/curves/precision-recall-curve.ts";
import { rocCurve } from "../../../src/statistics/curves/roc-curve.ts";
import { scoreSteps } from "../../../src/statistics/curves/score-steps.ts";
import { CLOSED, casesOf, near, valued } from "../cases.ts";
import { binarySample, type StoredScores } from "../scores.ts";

type Points = readonly [x: readonly number[], y: readonly number[], threshold: readonly number[]] | null;
type Answer = Readonly<Record<"roc" | "precisionRecall" | "gain", Points>>;

describe("curves are scikit-learn's, point by point", () => {
  it.each(
    casesOf<StoredScores, Answer>("curves", "curves").map((one) => ({ ...one, title: one.input.name })),
  )("$title", ({ input, answer }) => {
    const steps = valued(scoreSteps(binarySample(input)));
    expectPoints(rocCurve(steps), answer.roc);
    expectPoints(precisionRecallCurve(steps), answer.precisionRecall);
    expectPoints(gainCurve(steps), answer.gain);
  });
});

function expectPoints(found: Curve | string, expected: Points): void {
  if (typeof found === "string" || expected === null) {
    expect([typeof found, expected]).toEqual(["string", null]);
    return;
  }
  const [x, y, threshold] = expected;
  const scores = found.threshold.filter(Number.isFinite);
  expect([...scores]).toEqual(threshold.map((score) => score + 0));
  expect([found.x.length, found.y.length]).toEqual([x.length, y.length]);
  expect(x.filter((value, point) => !near(found.x[point]!, value, CLOSED))).toEqual([]);
  expect(y.filter((value, point) => !near(found.y[point]!, value, CLOSED))).toEqual([]);
}
