import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedLines, linesOf } from "../../src/statistics/frequency.ts";
import type { MetricParameters } from "../../src/statistics/metric.ts";
import type { Outcome } from "../../src/statistics/outcome.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import type {
  BinarySample,
  MulticlassSample,
  MultilabelSample,
  RegressionSample,
  Sample,
} from "../../src/statistics/sample.ts";
import { compute } from "./compute.ts";
import { take } from "./take.ts";

fc.configureGlobal({ seed: 20240501 });

const rows = { minLength: 1, maxLength: 40 };
const share = fc.integer({ min: 0, max: 20 }).map((part) => part / 20);
const bit = fc.integer({ min: 0, max: 1 });
const third = fc.integer({ min: 0, max: 2 });
const amount = fc.integer({ min: -60, max: 60 }).map((part) => part / 4);
const counts = fc.integer({ min: 0, max: 3 });
const times = fc.integer({ min: 1, max: 5 });

const binary: fc.Arbitrary<BinarySample> = fc.array(fc.tuple(bit, bit, share), rows).map((table) => ({
  task: "binary",
  classes: ["no", "yes"],
  positive: Uint8Array.from(table, (row) => row[0]),
  decision: Uint8Array.from(table, (row) => row[1]),
  score: Float64Array.from(table, (row) => row[2]),
  weight: null,
}));
const multiclass: fc.Arbitrary<MulticlassSample> = fc
  .array(fc.tuple(third, third, share), rows)
  .map((table) => ({
    task: "multiclass",
    classes: ["a", "b", "c"],
    truth: Int32Array.from(table, (row) => row[0]),
    decision: Int32Array.from(table, (row) => row[1]),
    scores: [0.5, 0.25, 0.25].map((part, index) =>
      Float64Array.from(table, (row) => (index === row[1] ? part * row[2] + 1 - row[2] : part * row[2])),
    ),
    weight: null,
  }));
const regression: fc.Arbitrary<RegressionSample> = fc
  .array(fc.tuple(amount, amount, share), rows)
  .map((table) => ({
    task: "regression",
    truth: Float64Array.from(table, (row) => row[0]),
    prediction: Float64Array.from(table, (row) => row[1]),
    bounds: {
      lower: Float64Array.from(table, (row) => row[1] - 9 * row[2]),
      upper: Float64Array.from(table, (row) => row[1] + 4 * row[2]),
    },
    weight: null,
  }));
const multilabel: fc.Arbitrary<MultilabelSample> = fc
  .array(fc.array(fc.tuple(bit, bit, share), { minLength: 3, maxLength: 3 }), rows)
  .map((table) => ({
    task: "multilabel",
    classes: ["a", "b", "c"],
    truth: [0, 1, 2].map((label) => Uint8Array.from(table, (row) => row[label]![0])),
    decision: [0, 1, 2].map((label) => Uint8Array.from(table, (row) => row[label]![1])),
    scores: [0, 1, 2].map((label) => Float64Array.from(table, (row) => row[label]![2])),
    weight: null,
  }));
const samples = { binary, multiclass, multilabel, regression };

const SETTINGS: readonly MetricParameters[] = [
  {},
  { average: "macro" },
  { average: "micro" },
  { average: "weighted" },
  { average: "samples" },
  { class: "#0" },
  { beta: 2 },
  { beta: 0.5, average: "macro" },
  { k: 2 },
  { k: 5 },
  { depth: 0.3 },
  { depth: 1 },
  { alpha: 0.9 },
  { actual: "#0", predicted: "#1" },
];

/** Every metric of the task with every setting that it takes, on one sample. */
function everything(sample: Sample): ReadonlyMap<string, Outcome> {
  return new Map(
    metricsOf(sample.task).flatMap((metric) =>
      SETTINGS.filter((setting) =>
        Object.keys(setting).every((key) => metric.takes.some((taken) => taken === key)),
      ).map(
        (setting) =>
          [`${metric.name} ${JSON.stringify(setting)}`, compute(metric.name, sample, setting)] as const,
      ),
    ),
  );
}

function expectSame(left: Outcome, right: Outcome, tolerance: number): void {
  expect(right.kind).toBe(left.kind);
  if (left.kind === "undefined" || right.kind === "undefined") return;
  expect(Math.abs(left.value - right.value)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(left.value)),
  );
}

describe.each(["binary", "multiclass", "multilabel", "regression"] as const)("every %s metric", (task) => {
  const sample: fc.Arbitrary<Sample> = samples[task];

  it("stays in its range, and its interval holds it", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(0.5, 0.95, 0.999), (drawn, confidence) => {
        for (const metric of metricsOf(task)) {
          for (const setting of SETTINGS) {
            const outcome = compute(metric.name, drawn, setting, confidence);
            if (outcome.kind === "undefined") continue;
            const { value, interval } = outcome;
            const [least, most] = metric.range;
            const room = 1e-12 * Math.max(1, Math.abs(value));
            expect(value).toBeGreaterThanOrEqual(least - room);
            expect(value).toBeLessThanOrEqual(most + room);
            if (interval === null) continue;
            expect(interval.low).toBeLessThanOrEqual(value + room);
            expect(interval.high).toBeGreaterThanOrEqual(value - room);
            expect(interval.low).toBeGreaterThanOrEqual(least);
            expect(interval.high).toBeLessThanOrEqual(most);
            expect(interval.high).toBeGreaterThan(interval.low);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(sample, fc.infiniteStream(fc.nat()), (drawn, keys) => {
        const order = shuffled(linesOf(drawn), keys);
        const moved = everything(take(drawn, order));
        for (const [key, outcome] of everything(drawn)) expectSame(outcome, moved.get(key)!, 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it("counts a row of weight w as w rows, and one of weight 0 as none", () => {
    fc.assert(
      fc.property(sample, fc.array(counts, { minLength: 40, maxLength: 40 }), (drawn, weights) => {
        const weight = Float64Array.from(weights.slice(0, linesOf(drawn)));
        fc.pre(weight.some((value) => value > 0));
        const rows = everything(repeated(drawn, weight));
        for (const [key, outcome] of everything({ ...drawn, weight })) {
          // A true value of zero is said of all rows.
          if (key.startsWith("mean_absolute_percentage_error")) continue;
          expectSame(rows.get(key)!, outcome, 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("takes a line that counts k rows for k rows: the value, the interval, n and the reason for none", () => {
    fc.assert(
      fc.property(sample, fc.array(times, { minLength: 40, maxLength: 40 }), (drawn, numbers) => {
        const frequency = Float64Array.from(numbers.slice(0, linesOf(drawn)));
        const counted = { ...drawn, ...countedLines(frequency, null) };
        const rows = everything(repeated(drawn, frequency));
        for (const [key, outcome] of everything(counted)) expectAlike(key, outcome, rows.get(key)!);
      }),
      { numRuns: 60 },
    );
  });

  it("takes a weighted line that counts k rows for k rows of that weight", () => {
    fc.assert(
      fc.property(
        sample,
        fc.array(fc.tuple(times, counts), { minLength: 40, maxLength: 40 }),
        (drawn, numbers) => {
          const lines = numbers.slice(0, linesOf(drawn));
          fc.pre(lines.some(([, weight]) => weight > 0));
          const frequency = Float64Array.from(lines, ([rows]) => rows);
          const weight = Float64Array.from(lines, ([, weight]) => weight);
          const counted = { ...drawn, ...countedLines(frequency, weight) };
          const rows = everything(repeated({ ...drawn, weight }, frequency));
          for (const [key, outcome] of everything(counted)) expectAlike(key, outcome, rows.get(key)!);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** The rows that the lines stand for, written out. */
function repeated(sample: Sample, frequency: Float64Array): Sample {
  return take(
    sample,
    [...frequency.keys()].flatMap((line) => Array(frequency[line]!).fill(line)),
  );
}

function expectAlike(key: string, counted: Outcome, rows: Outcome): void {
  if (counted.kind === "undefined" || rows.kind === "undefined") {
    expect(counted, key).toEqual(rows);
    return;
  }
  expect(counted.n, key).toBe(rows.n);
  expectNear(key, counted.value, rows.value);
  expect(counted.interval?.method, key).toBe(rows.interval?.method);
  if (counted.interval === null || rows.interval === null) return;
  expectNear(key, counted.interval.low, rows.interval.low);
  expectNear(key, counted.interval.high, rows.interval.high);
}

function expectNear(key: string, left: number, right: number): void {
  expect(Math.abs(left - right), key).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(right)));
}

describe("the area under the ROC curve", () => {
  const area = (sample: BinarySample) => compute("roc_auc", sample);

  it("does not change under a rising transformation of the scores", () => {
    fc.assert(
      fc.property(binary, (sample) => {
        const bent = { ...sample, score: sample.score!.map((score) => Math.exp(3 * score) - 7) };
        expect(area(bent)).toEqual(area(sample));
      }),
    );
  });

  it("is one less itself when the classes change places, with its interval", () => {
    fc.assert(
      fc.property(binary, (sample) => {
        const found = area(sample);
        const flipped = area({ ...sample, positive: sample.positive.map((one) => 1 - one) });
        expect(flipped.kind).toBe(found.kind);
        if (found.kind === "undefined" || flipped.kind === "undefined") return;
        expect(flipped.value).toBeCloseTo(1 - found.value, 12);
        expect(flipped.interval === null).toBe(found.interval === null);
        if (found.interval) expect(flipped.interval!.low).toBeCloseTo(1 - found.interval.high, 12);
      }),
    );
  });

  it("is the share of pairs that are in order, ties counting half", () => {
    fc.assert(
      fc.property(binary, (sample) => {
        const scores = (side: number) => [...sample.score!].filter((_, row) => sample.positive[row] === side);
        const pairs = scores(1).flatMap((up) =>
          scores(0).map((down) => (up > down ? 1 : up === down ? 0.5 : 0)),
        );
        const found = area(sample);
        if (found.kind === "undefined") expect(pairs).toEqual([]);
        else
          expect(found.value).toBeCloseTo(
            pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length,
            12,
          );
      }),
    );
  });
});

function shuffled(length: number, keys: Iterable<number>): readonly number[] {
  const stream = keys[Symbol.iterator]();
  return [...Array(length).keys()]
    .map((row) => ({ row, key: Number(stream.next().value) }))
    .sort((left, right) => left.key - right.key)
    .map(({ row }) => row);
}
