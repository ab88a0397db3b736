import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastOf } from "../../../src/statistics/calibration/forecast.ts";
import { reliabilityOf } from "../../../src/statistics/calibration/reliability.ts";
import type { Curve } from "../../../src/statistics/curves/curve.ts";
import { gainCurve, liftCurve } from "../../../src/statistics/curves/gain-curve.ts";
import { precisionRecallCurve } from "../../../src/statistics/curves/precision-recall-curve.ts";
import { reliabilityCurve } from "../../../src/statistics/curves/reliability-curve.ts";
import { rocCurve } from "../../../src/statistics/curves/roc-curve.ts";
import { scoreSteps } from "../../../src/statistics/curves/score-steps.ts";
import { thinned } from "../../../src/statistics/curves/thinned.ts";
import { Room } from "../../../src/statistics/room.ts";
import type { BinarySample } from "../../../src/statistics/sample.ts";
import { valued } from "../cases.ts";
import { compute } from "../compute.ts";
import { binarySample } from "../scores.ts";
import { take } from "../take.ts";

fc.configureGlobal({ seed: 20240603 });

/** From blocks of rows, so that long runs of one class, ties and steep turns all come up. */
const sample: fc.Arbitrary<BinarySample> = fc
  .array(
    fc.record({
      rows: fc.integer({ min: 1, max: 120 }),
      every: fc.integer({ min: 1, max: 9 }),
      flip: fc.boolean(),
      tied: fc.boolean(),
      weight: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((blocks) => {
    const table = blocks.flatMap(({ rows, every, flip, tied, weight }, block) =>
      Array.from({ length: rows }, (_, row) => ({
        score: 1 - (block + (tied ? 0 : row / rows)) / 30,
        positive: (row % every === 0) === flip ? 0 : 1,
        weight,
      })),
    );
    return binarySample({
      score: table.map((row) => row.score),
      positive: table.map((row) => row.positive),
      weight: blocks.length % 2 === 0 ? null : table.map((row) => row.weight),
    });
  });

const CURVES = { roc: rocCurve, gain: gainCurve, precisionRecall: precisionRecallCurve };

function areaUnder({ x, y }: Curve): number {
  return x.reduce((sum, right, point) => {
    const left = x[point - 1] ?? right;
    return sum + ((right - left) * (y[point]! + (y[point - 1] ?? 0))) / 2;
  }, 0);
}

describe.each(Object.entries(CURVES))("the thinned %s curve", (name, curveOf) => {
  it("has at most 200 points of the whole, both ends, and nearly its area", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const whole = curveOf(valued(scoreSteps(drawn)));
        if (typeof whole === "string") return;
        const found = thinned(whole);
        expect(found.x.length).toBeLessThanOrEqual(200);
        expect(found.points).toBe(whole.x.length);
        for (const at of [0, -1]) {
          const end = [whole.x.at(at), whole.y.at(at), whole.threshold.at(at)];
          expect([found.x.at(at), found.y.at(at), found.threshold.at(at)]).toEqual(end);
        }
        const place = new Map([...whole.threshold].map((threshold, point) => [threshold, point]));
        found.threshold.forEach((threshold, point) => {
          const from = place.get(threshold)!;
          expect([found.x[point], found.y[point]]).toEqual([whole.x[from], whole.y[from]]);
        });
        expect(Math.abs(areaUnder(found) - areaUnder(whole))).toBeLessThanOrEqual(found.areaBound + 1e-12);
        expect(thinned(whole)).toEqual(found);
        if (name !== "precisionRecall") expect(found.areaBound).toBeLessThanOrEqual(0.01);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for rows in another order and for scores that rise with these", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const whole = curveOf(valued(scoreSteps(drawn)));
        const order = [...drawn.positive.keys()].reverse();
        const turned = take(drawn, order);
        if (turned.task !== "binary") return;
        const score = turned.score!.map((one) => Math.exp(one));
        const moved = curveOf(valued(scoreSteps({ ...turned, score })));
        if (typeof whole === "string" || typeof moved === "string") {
          expect(moved).toBe(whole);
          return;
        }
        expect(moved.x).toEqual(whole.x);
        expect(moved.y).toEqual(whole.y);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a curve", () => {
  it("of every corner of a rugged staircase keeps the area within the bound", () => {
    const rows = 40_000;
    const positive = Array.from({ length: rows }, (_, row) => row % 2);
    const score = positive.map((_, row) => -row);
    const found = thinned(
      valued(rocCurve(valued(scoreSteps(binarySample({ score, positive, weight: null }))))),
    );
    expect(found.x.length).toBe(200);
    expect(found.areaBound).toBeLessThan(0.003);
    expect(areaUnder(found)).toBeCloseTo(0.5, 4);
  });

  it("of few corners is thinned to them, with nothing lost", () => {
    const score = Array.from({ length: 3000 }, (_, row) => row);
    const positive = score.map((row) => (row >= 2000 || (row >= 500 && row < 700) ? 1 : 0));
    const whole = valued(rocCurve(valued(scoreSteps(binarySample({ score, positive, weight: null })))));
    const found = thinned(whole);
    expect(found).toMatchObject({ points: 3001, areaBound: 0 });
    expect([...found.threshold]).toEqual([Number.POSITIVE_INFINITY, 2000, 700, 500, 0]);
    expect(areaUnder(found)).toBeCloseTo(areaUnder(whole), 12);
  });

  it.each([
    ["ROC", rocCurve],
    ["precision-recall", precisionRecallCurve],
    ["gain", gainCurve],
  ])("is the same where another stood before: %s", (_, curve) => {
    const steps = valued(
      scoreSteps(binarySample({ score: [4, 3, 2, 1], positive: [1, 0, 1, 0], weight: null })),
    );
    const room = new Room();
    room.floats(8).fill(7);
    room.floats(8).fill(7);
    room.clear();
    expect(curve(steps, room)).toEqual(curve(steps));
  });

  it("has the metrics' areas: ROC AUC and average precision", () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const steps = valued(scoreSteps(drawn));
        const [roc, recall] = [rocCurve(steps), precisionRecallCurve(steps)];
        const [area, average] = [compute("roc_auc", drawn), compute("average_precision", drawn)];
        if (typeof roc === "string") expect(area).toMatchObject({ reason: roc });
        else expect(area).toMatchObject({ value: expect.closeTo(areaUnder(roc), 9) });
        if (typeof recall === "string") {
          expect(average).toMatchObject({ reason: recall });
          return;
        }
        const steep = recall.x.reduce(
          (sum, x, point) => sum + (x - (recall.x[point - 1] ?? 0)) * recall.y[point]!,
          0,
        );
        expect(average).toMatchObject({ value: expect.closeTo(steep, 9) });
      }),
      { numRuns: 40 },
    );
  });

  it("has no point for a score whose rows weigh nothing", () => {
    const rows = { score: [0.9, 0.8, 0.7], positive: [1, 1, 0], weight: [1, 0, 2] };
    expect([...valued(scoreSteps(binarySample(rows))).threshold]).toEqual([0.9, 0.7]);
  });

  it("of lift is gain by depth, and ends at 1", () => {
    const rows = binarySample({ score: [0.9, 0.8, 0.7, 0.6], positive: [1, 0, 1, 0], weight: null });
    const gain = valued(gainCurve(valued(scoreSteps(rows))));
    const lift = liftCurve(thinned(gain));
    expect([...gain.x]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...gain.y]).toEqual([0, 0.5, 0.5, 1, 1]);
    expect([...lift.x]).toEqual([0.25, 0.5, 0.75, 1]);
    expect([...lift.y]).toEqual([2, 1, 4 / 3, 1]);
    expect([...lift.threshold]).toEqual([0.9, 0.8, 0.7, 0.6]);
  });

  it("of reliability has a point for each bin", () => {
    const rows = binarySample({ score: [0.1, 0.2, 0.8, 0.9], positive: [0, 1, 1, 1], weight: null });
    const curve = reliabilityCurve(reliabilityOf(valued(forecastOf(rows)), { by: "width", bins: 4 }));
    expect([...curve.x]).toEqual([expect.closeTo(0.15, 12), expect.closeTo(0.85, 12)]);
    expect([...curve.y]).toEqual([0.5, 1]);
    expect([...curve.threshold]).toEqual([0.25, 1]);
    expect(thinned(curve).areaBound).toBe(0);
  });
});

describe("there is no curve, and a reason", () => {
  const rows = (positive: readonly number[], score: readonly number[]) =>
    binarySample({ score, positive, weight: null });
  it.each([
    ["no rows", rows([], []), "there are no rows"],
    ["no scores", { ...rows([1], [1]), score: null }, "there are no scores"],
    ["a score that is none", rows([0, 1], [0.5, Number.NaN]), "a score is not a finite number"],
  ])("for %s", (_, drawn, reason) => {
    expect(scoreSteps(drawn)).toBe(reason);
  });

  it("for one class", () => {
    const [up, down] = [valued(scoreSteps(rows([1, 1], [0, 1]))), valued(scoreSteps(rows([0, 0], [0, 1])))];
    expect(rocCurve(up)).toBe("no row is truly of a negative class");
    for (const curveOf of Object.values(CURVES)) {
      expect(curveOf(down)).toBe("no row is truly of the positive class");
    }
    expect(valued(gainCurve(up)).y).toEqual(Float64Array.of(0, 0.5, 1));
  });
});
