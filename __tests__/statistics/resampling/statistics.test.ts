import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metricsOf } from "../../../src/statistics/registry.ts";
import { medianAbsoluteError } from "../../../src/statistics/regression/extreme-errors.ts";
import { areaStatistic } from "../../../src/statistics/resampling/area.ts";
import { differenceStatistic } from "../../../src/statistics/resampling/difference.ts";
import { inRows } from "../../../src/statistics/resampling/in-rows.ts";
import { meanStatistic } from "../../../src/statistics/resampling/mean.ts";
import { medianStatistic } from "../../../src/statistics/resampling/median.ts";
import { metricStatistic } from "../../../src/statistics/resampling/metric-statistic.ts";
import { precisionStatistic } from "../../../src/statistics/resampling/precision.ts";
import { type SortedScores, sortedScores } from "../../../src/statistics/resampling/sorted-scores.ts";
import type { Statistic } from "../../../src/statistics/resampling/statistic.ts";
import type { BinarySample, Sample } from "../../../src/statistics/sample.ts";
import { valued } from "../cases.ts";
import { compute } from "../compute.ts";
import { take } from "../take.ts";

fc.configureGlobal({ seed: 20240601 });

const ROWS = 24;
const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: ROWS, maxLength: ROWS });
const column = (most: number) =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: ROWS, maxLength: ROWS });
const weights = fc.option(column(4).map((parts) => Float64Array.from(parts, (part) => part / 4 + 0.25)));

const binary: fc.Arbitrary<BinarySample> = fc
  .tuple(column(1), column(1), column(12), weights)
  .map(([positive, decision, score, weight]) => ({
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.from(positive),
    decision: Uint8Array.from(decision),
    score: Float64Array.from(score, (part) => part / 12),
    weight,
  }));
const multiclass: fc.Arbitrary<Sample> = fc
  .tuple(column(2), column(2), weights)
  .map(([truth, decision, weight]) => ({
    task: "multiclass",
    classes: ["a", "b", "c"],
    truth: Int32Array.from(truth),
    decision: Int32Array.from(decision),
    scores: [0, 1, 2].map((index) => Float64Array.from(decision, (one) => (one === index ? 0.5 : 0.25))),
    weight,
  }));
const regression: fc.Arbitrary<Sample> = fc
  .tuple(column(60), column(60), weights)
  .map(([truth, prediction, weight]) => ({
    task: "regression",
    truth: Float64Array.from(truth, (part) => part / 4 + 1),
    prediction: Float64Array.from(prediction, (part) => part / 4),
    weight,
  }));

/** The value of a metric on rows that are copied as often as they count. */
function ofCopies(name: string, sample: Sample, drawn: readonly number[]): number {
  const outcome = compute(
    name,
    take(
      sample,
      drawn.flatMap((count, row) => Array(count).fill(row)),
    ),
  );
  return outcome.kind === "value" ? outcome.value : Number.NaN;
}

function expectSame(found: number, expected: number): void {
  if (Number.isFinite(expected)) expect(found).toBeCloseTo(expected, 10);
  else expect(Number.isFinite(found)).toBe(false);
}

function sortedOf({ score, positive, weight }: BinarySample): SortedScores {
  return valued(sortedScores(score!, positive, weight));
}

describe.each([
  ["binary", binary],
  ["multiclass", multiclass],
  ["regression", regression],
] as const)("any %s metric counted by rows", (task, samples: fc.Arbitrary<Sample>) => {
  it("is the metric of copied rows, and undefined where that is", () => {
    fc.assert(
      fc.property(samples, counts, (sample, drawn) => {
        for (const metric of metricsOf(task)) {
          const statistic = valued(metricStatistic(metric, sample, {}));
          expect(statistic.rows).toBe(ROWS);
          expectSame(statistic.at(Uint32Array.from(drawn)), ofCopies(metric.name, sample, drawn));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.each([
  ["roc_auc", areaStatistic],
  ["average_precision", precisionStatistic],
] as const)("%s over sorted rows", (name, statisticOf) => {
  it("is the metric of copied rows", () => {
    fc.assert(
      fc.property(binary, counts, (sample, drawn) => {
        const sorted = sortedOf(sample);
        const found = inRows(statisticOf(sorted), sorted.order).at(Uint32Array.from(drawn));
        expectSame(found, ofCopies(name, sample, drawn));
      }),
    );
  });

  it("tells what it is without each row and each entity", () => {
    fc.assert(
      fc.property(binary, column(5), (sample, entity) => {
        const sorted = sortedOf(sample);
        expectWithoutEach(inRows(statisticOf(sorted), sorted.order), entity);
      }),
    );
  });
});

describe("a mean and a difference", () => {
  it("tell what they are without each row and each entity", () => {
    fc.assert(
      fc.property(binary, column(5), (sample, entity) => {
        const mean = meanStatistic(sample.score!, sample.weight);
        const sorted = sortedOf(sample);
        expectWithoutEach(mean, entity);
        expectWithoutEach(differenceStatistic(mean, inRows(areaStatistic(sorted), sorted.order)), entity);
      }),
    );
  });
});

/** Counted anew, without the rows of each unit. */
function expectWithoutEach(statistic: Statistic, entity: readonly number[]): void {
  const rows = entity.map((_, row) => row);
  for (const [unitOf, units] of [
    [null, rows.length],
    [Uint32Array.from(entity), 6],
  ] as const) {
    statistic.withoutEach(unitOf, units)?.forEach((value, unit) => {
      const rest = Uint32Array.from(rows, (row) => ((unitOf?.[row] ?? row) === unit ? 0 : 1));
      expectSame(value, statistic.at(rest));
    });
  }
}

describe("a median of sorted errors", () => {
  it("is the metric of copied rows", () => {
    fc.assert(
      fc.property(regression, counts, (sample, drawn) => {
        if (sample.task !== "regression" || sample.prediction === null) return;
        const { prediction } = sample;
        const errors = sample.truth.map((value, row) => Math.abs(prediction[row]! - value));
        const order = Uint32Array.from(errors.keys()).sort((left, right) => errors[left]! - errors[right]!);
        const statistic = medianStatistic(
          Float64Array.from(order, (row) => errors[row]!),
          sample.weight && Float64Array.from(order, (row) => sample.weight![row]!),
        );
        const found = inRows(statistic, order).at(Uint32Array.from(drawn));
        expectSame(found, ofCopies(medianAbsoluteError.name, sample, drawn));
      }),
    );
  });
});

it("average precision of unweighted rows needs no counting anew", () => {
  const sorted = valued(sortedScores(Float64Array.of(0.1, 0.4, 0.4), Uint8Array.of(0, 1, 0), null));
  expect([...precisionStatistic(sorted).withoutEach(null, 3)!]).toEqual([0.5, 1, Number.NaN]);
});

it("no metric is counted on a sample of another task", () => {
  const sample = {
    task: "regression",
    truth: Float64Array.of(1),
    prediction: Float64Array.of(1),
    weight: null,
  };
  const [metric] = metricsOf("binary");
  expect(() => metricStatistic(metric!, sample as Sample, {})).toThrow(RangeError);
});
