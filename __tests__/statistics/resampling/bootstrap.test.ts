import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracy } from "../../../src/statistics/classification/accuracy.ts";
import { averagePrecision } from "../../../src/statistics/ranking/average-precision.ts";
import { rocAuc } from "../../../src/statistics/ranking/roc-auc.ts";
import { meanAbsoluteError } from "../../../src/statistics/regression/mean-errors.ts";
import { accelerationOf } from "../../../src/statistics/resampling/acceleration.ts";
import { bootstrap, type Plan } from "../../../src/statistics/resampling/bootstrap.ts";
import { bootstrapMetric } from "../../../src/statistics/resampling/bootstrap-metric.ts";
import { designOf } from "../../../src/statistics/resampling/design.ts";
import { differenceStatistic } from "../../../src/statistics/resampling/difference.ts";
import { drawer } from "../../../src/statistics/resampling/draw.ts";
import { meanStatistic } from "../../../src/statistics/resampling/mean.ts";
import { replicatesOf } from "../../../src/statistics/resampling/replicates.ts";
import { generatorOf } from "../../../src/statistics/resampling/seed.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";
import type { Statistic } from "../../../src/statistics/resampling/statistic.ts";
import type { BinarySample } from "../../../src/statistics/sample.ts";
import { valued } from "../cases.ts";
import { binarySample } from "../scores.ts";
import { take } from "../take.ts";

fc.configureGlobal({ seed: 20240601 });

const SEED = { data: "0123456789abcdef", policy: "baseline" };
const PLAN: Plan = { method: "bootstrap-percentile", replicates: 200, confidence: 0.9, seed: SEED };
const BCA: Plan = { ...PLAN, method: "bootstrap-bca" };
const ROWS = { byClass: false, entity: null };

function scattered(rows: number): BinarySample {
  const score = Array.from({ length: rows }, (_, row) => ((row * 37) % 101) / 101);
  return binarySample({
    score,
    positive: score.map((one, row) => (one + (row % 3) / 3 > 0.9 ? 1 : 0)),
    weight: null,
  });
}

describe("draws", () => {
  it("are the same one by one and together", () => {
    for (const limit of [1, 7, 1000, 3_000_017]) {
      const [single, together] = [new Sfc64(Uint32Array.of(9)), new Sfc64(Uint32Array.of(9))];
      const [one, all] = [new Uint32Array(limit), new Uint32Array(limit)];
      single.next();
      together.next();
      for (let draw = 0; draw < 5000; draw++) one[single.below(limit)]!++;
      together.tally(5000, all);
      expect(all.findIndex((count, place) => count !== one[place])).toBe(-1);
      expect(together.next()).toBe(single.next());
    }
  });

  it("keep each class as large as it is and each entity whole", () => {
    const entities = fc.array(fc.tuple(fc.nat(6), fc.nat(2)), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(entities, (table) => {
        const stratum = Int32Array.from(table, ([, side]) => side);
        const entity = Int32Array.from(table, ([name, side]) => 10 * name + side - 30);
        const design = valued(designOf(table.length, stratum, entity));
        const counts = drawer(design, generatorOf(SEED))();
        const ofUnits = new Map<number, number>();
        table.forEach((_, row) => {
          expect(counts[row]).toBe(ofUnits.get(entity[row]!) ?? counts[row]);
          ofUnits.set(entity[row]!, counts[row]!);
        });
        for (const side of [0, 1, 2]) {
          const drawn = [...ofUnits].filter(([name]) => (name + 30) % 10 === side);
          expect(drawn.reduce((sum, [, count]) => sum + count, 0)).toBe(drawn.length);
        }
      }),
    );
  });

  it("fall on every row alike", () => {
    const draw = drawer(valued(designOf(50, null, null)), generatorOf(SEED));
    const sums = new Float64Array(50);
    for (let replicate = 0; replicate < 2000; replicate++) {
      for (const [row, count] of draw().entries()) sums[row]! += count;
    }
    expect(sums.reduce((sum, count) => sum + count, 0)).toBe(100_000);
    const chiSquare = sums.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeGreaterThan(25);
    expect(chiSquare).toBeLessThan(85);
  });
});

describe("a bootstrap", () => {
  it.each([rocAuc, averagePrecision])("of sorted rows does not depend on their order", (metric) => {
    const sample = scattered(60);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(60).keys()], { minLength: 60 }),
        fc.boolean(),
        (order, byClass) => {
          for (const plan of [PLAN, BCA]) {
            const moved = bootstrapMetric(metric, take(sample, order), {}, { byClass, entity: null }, plan);
            expect(moved).toEqual(bootstrapMetric(metric, sample, {}, { byClass, entity: null }, plan));
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it("of an area does not change under a rising transformation of the scores", () => {
    const sample = scattered(60);
    const bent = { ...sample, score: sample.score!.map((score) => Math.exp(3 * score) - 7) };
    const found = bootstrapMetric(rocAuc, sample, {}, ROWS, BCA);
    expect(valued(found).interval.low).toBeGreaterThan(0);
    expect(bootstrapMetric(rocAuc, bent, {}, ROWS, BCA)).toEqual(found);
  });

  it("is the same for one seed, and another for another", () => {
    const ofSeed = (seed: Plan["seed"]) =>
      bootstrapMetric(rocAuc, scattered(60), {}, ROWS, { ...PLAN, seed });
    expect(ofSeed({ ...SEED })).toEqual(ofSeed(SEED));
    const seeds = [
      SEED,
      { ...SEED, policy: "" },
      { ...SEED, data: "1123456789abcdef" },
      { ...SEED, data: "01234567" },
    ];
    expect(new Set(seeds.map((seed) => valued(ofSeed(seed)).interval.low)).size).toBe(seeds.length);
  });

  it("has the replicates of a shorter one first", () => {
    const mean = meanStatistic(scattered(30).score!, null);
    const design = valued(designOf(30, null, null));
    const long = replicatesOf(mean, design, 50, generatorOf(SEED));
    expect(replicatesOf(mean, design, 20, generatorOf(SEED))).toEqual(long.slice(0, 20));
  });

  it("of a mean holds the mean, and is as wide as its standard error says", () => {
    const values = Float64Array.from({ length: 200 }, (_, row) => Math.sin(row * row));
    const mean = values.reduce((sum, value) => sum + value, 0) / 200;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / 200;
    for (const method of ["bootstrap-percentile", "bootstrap-bca"] as const) {
      const plan = { ...PLAN, method, replicates: 2000, confidence: 0.95 };
      const { value, interval } = valued(
        bootstrap(meanStatistic(values, null), valued(designOf(200, null, null)), plan),
      );
      expect(value).toBeCloseTo(mean, 12);
      expect(interval.low).toBeLessThan(mean);
      expect(interval.high).toBeGreaterThan(mean);
      expect((interval.high - interval.low) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
    }
  });

  it("is wider when rows of an entity are drawn together", () => {
    const sample = scattered(40);
    const copies = take(
      sample,
      [...Array(40).keys()].flatMap((row) => [row, row, row, row]),
    );
    const entity = Int32Array.from({ length: 160 }, (_, row) => Math.floor(row / 4));
    const width = (drawing: typeof ROWS | { byClass: boolean; entity: Int32Array }) => {
      const { interval } = valued(
        bootstrapMetric(rocAuc, copies, {}, drawing, { ...PLAN, replicates: 1000 }),
      );
      return interval.high - interval.low;
    };
    expect(width({ byClass: false, entity }) / width(ROWS)).toBeCloseTo(2, 0);
  });
});

describe("the acceleration", () => {
  it("from groups put together at random is near the one from each row", () => {
    const values = Float64Array.from({ length: 3000 }, (_, row) => Math.exp(3 * Math.sin(row * row)));
    const mean = meanStatistic(values, null);
    const blind: Statistic = { ...mean, withoutEach: () => null };
    const half = Uint8Array.from(values, (_, row) => row % 2);
    for (const strata of [null, half]) {
      const design = valued(designOf(3000, strata, null));
      const exact = valued(accelerationOf(mean, design, generatorOf(SEED)) as string | number);
      const grouped = accelerationOf(blind, design, generatorOf(SEED));
      expect(exact).toBeGreaterThan(0.003);
      expect(Math.abs(Number(grouped) - Number(exact))).toBeLessThan(0.004);
    }
  });
});

const one = binarySample({ score: [0.2], positive: [1], weight: null });
const few = binarySample({ score: [0.1, 0.4, 0.35, 0.8], positive: [0, 0, 1, 1], weight: null });
const alone = binarySample({
  score: [0.1, 0.4, 0.35, 0.8, 0.3, 0.2],
  positive: [0, 0, 1, 0, 0, 0],
  weight: null,
});
const byClass = { byClass: true, entity: null };

describe("there is no interval, and a reason", () => {
  it.each([
    ["one row", rocAuc, one, ROWS, PLAN, "it has no value to resample"],
    ["a replicate of one class", rocAuc, few, ROWS, PLAN, /^it has no value in \d+ of 200 replicates$/],
    ["a class of one row, by class", rocAuc, alone, byClass, BCA, "it has no value without some of the rows"],
    ["no scores", rocAuc, { ...few, score: null }, ROWS, PLAN, "there are no scores"],
    [
      "a score that is none",
      rocAuc,
      { ...few, score: new Float64Array(4).fill(Number.NaN) },
      ROWS,
      PLAN,
      /finite/,
    ],
    [
      "no rows",
      rocAuc,
      binarySample({ score: [], positive: [], weight: null }),
      ROWS,
      PLAN,
      "there are no rows",
    ],
    ["no decisions", accuracy.binary, few, ROWS, PLAN, "it has no value to resample"],
    [
      "one entity",
      rocAuc,
      few,
      { byClass: false, entity: new Int32Array(4) },
      PLAN,
      /only one row or entity/,
    ],
    [
      "an entity in two classes",
      rocAuc,
      few,
      { byClass: true, entity: Int32Array.of(1, 2, 1, 3) },
      PLAN,
      /several classes/,
    ],
    ["separated scores", rocAuc, { ...few, score: Float64Array.of(0, 0, 1, 1) }, byClass, PLAN, /no spread/],
    [
      "too few replicates",
      rocAuc,
      scattered(60),
      ROWS,
      { ...PLAN, replicates: 19 },
      /19 replicates are too few/,
    ],
  ] as const)("for %s", (_, metric, sample, drawing, plan, reason) => {
    const found = bootstrapMetric(metric, sample, {}, drawing, plan);
    if (typeof found !== "string") throw new Error("there is an interval");
    expect(found).toMatch(reason);
  });

  it("for regression drawn by class", () => {
    const sample = {
      task: "regression",
      truth: Float64Array.of(1, 2),
      prediction: Float64Array.of(1, 3),
      weight: null,
    } as const;
    expect(bootstrapMetric(meanAbsoluteError, sample, {}, byClass, PLAN)).toMatch(/no classes/);
  });

  it("for a value outside all replicates", () => {
    const odd: Statistic = {
      rows: 9,
      at: (counts) => (counts.every((count) => count === 1) ? 99 : counts[0]!),
      withoutEach: () => Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 12),
    };
    expect(bootstrap(odd, valued(designOf(9, null, null)), BCA)).toMatch(/outside all replicates/);
  });

  it.each([0.5, 6.5])("for an end beyond the outermost replicate, moved there by a value of %d", (value) => {
    const odd: Statistic = {
      rows: 9,
      at: (counts) => (counts.every((count) => count === 1) ? value : counts[0]! + counts[1]! + counts[2]!),
      withoutEach: () => Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    };
    expect(bootstrap(odd, valued(designOf(9, null, null)), BCA)).toMatch(/200 replicates are too few/);
  });

  it("for a statistic that no row matters to", () => {
    const flat: Statistic = { rows: 9, at: (counts) => counts[0]!, withoutEach: () => new Float64Array(9) };
    expect(bootstrap(flat, valued(designOf(9, null, null)), BCA)).toMatch(/whichever rows/);
  });
});

describe("a caller's fault is a RangeError", () => {
  const mean = meanStatistic(Float64Array.of(1, 2, 3), null);
  const design = valued(designOf(3, null, null));
  it.each([
    ["a digest that is no hex", () => generatorOf({ data: "0123456g", policy: "" })],
    ["a digest of part of a word", () => generatorOf({ data: "0123456", policy: "" })],
    ["no digest", () => generatorOf({ data: "", policy: "" })],
    ["no replicates", () => bootstrap(mean, design, { ...PLAN, replicates: 0 })],
    ["a part of a replicate", () => bootstrap(mean, design, { ...PLAN, replicates: 100.5 })],
    ["a confidence of 1", () => bootstrap(mean, design, { ...PLAN, confidence: 1 })],
    ["a design of other rows", () => bootstrap(mean, valued(designOf(4, null, null)), PLAN)],
    ["strata of other rows", () => designOf(3, new Uint8Array(2), null)],
    ["statistics of other rows", () => differenceStatistic(mean, meanStatistic(Float64Array.of(1), null))],
  ])("%s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
