import { describe, expect, it } from "vitest";
import { findMetric } from "../../../src/statistics/registry.ts";
import { areaStatistic } from "../../../src/statistics/resampling/area.ts";
import { bootstrap } from "../../../src/statistics/resampling/bootstrap.ts";
import { bootstrapDifference } from "../../../src/statistics/resampling/bootstrap-difference.ts";
import { bootstrapMetric } from "../../../src/statistics/resampling/bootstrap-metric.ts";
import { designOf } from "../../../src/statistics/resampling/design.ts";
import { differenceStatistic } from "../../../src/statistics/resampling/difference.ts";
import { inRows } from "../../../src/statistics/resampling/in-rows.ts";
import type { Bootstrapped } from "../../../src/statistics/resampling/interval.ts";
import { generatorOf, type Seed } from "../../../src/statistics/resampling/seed.ts";
import { seedWords } from "../../../src/statistics/resampling/seed-sequence.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";
import { sortedScores } from "../../../src/statistics/resampling/sorted-scores.ts";
import type { Sample } from "../../../src/statistics/sample.ts";
import { CLOSED, casesOf, expectNear, valued } from "../cases.ts";

const LIMITS = [1, 2, 3, 10, 1000, 2 ** 16 + 1, 2 ** 21, 2 ** 21 + 3, 3_000_000_000, 2 ** 32 - 1];
const METHODS = { bca: "bootstrap-bca", percentile: "bootstrap-percentile" } as const;

interface Words {
  readonly state: readonly number[];
  readonly first: readonly number[];
  readonly late: readonly number[];
  readonly sum: number;
}

interface Drawn {
  readonly seed: Seed;
  readonly replicates: number;
  readonly confidence: number;
}

interface Stored extends Drawn {
  readonly metric: string;
  readonly sample: Readonly<Record<string, readonly number[]>>;
  readonly byClass: boolean;
}

interface Ends {
  readonly value: number;
  readonly bca: readonly [number, number];
  readonly percentile: readonly [number, number];
}

describe("the generator draws NumPy's numbers", () => {
  it.each(casesOf<readonly number[], Words>("resampling", "words").map((one, index) => ({ ...one, index })))(
    "word by word, seed $index",
    ({ input, answer }) => {
      const entropy = Uint32Array.from(input);
      expect(Array.from(seedWords(entropy, 6), (word) => word >>> 0)).toEqual(answer.state);
      const generator = new Sfc64(entropy);
      const words = Array.from({ length: 10_000 }, () => generator.next());
      expect(words.slice(0, 24)).toEqual(answer.first);
      expect(words.slice(-4)).toEqual(answer.late);
      expect(words.reduce((sum, word) => sum + word, 0)).toBe(answer.sum);
    },
  );

  it.each(casesOf<Seed, readonly (readonly number[])[]>("resampling", "integers"))(
    "below a limit, from a seed of data and policy",
    ({ input, answer }) => {
      const generator = generatorOf(input);
      const drawn = LIMITS.map((limit) => Array.from({ length: 12 }, () => generator.below(limit)));
      expect(drawn).toEqual(answer);
    },
  );
});

describe("intervals are SciPy's, from the same draws", () => {
  const cases = casesOf<Stored, Ends>("resampling", "interval").map((one) => ({
    ...one,
    title: `${one.input.metric} of ${Object.keys(one.input.sample).join(", ")}, by class: ${one.input.byClass}`,
  }));
  it.each(cases)("$title", ({ input, answer }) => {
    const { metric: name, sample, byClass } = input;
    const binary = sampleFrom(sample);
    const metric = findMetric(name, binary.task)!.metric;
    const entity = sample.entity === undefined ? null : Int32Array.from(sample.entity);
    expectEnds(input, answer, (plan) => bootstrapMetric(metric, binary, {}, { byClass, entity }, plan));
  });

  it("and so is that of a difference on the same rows", () => {
    const [stored] = casesOf<
      Drawn & Readonly<Record<"positive" | "first" | "second", readonly number[]>>,
      Ends
    >("resampling", "difference");
    const { input, answer } = stored!;
    const [first, second] = [input.first, input.second].map((scores) => {
      const sorted = valued(sortedScores(Float64Array.from(scores), Uint8Array.from(input.positive), null));
      return inRows(areaStatistic(sorted), sorted.order);
    });
    const design = valued(designOf(input.positive.length, null, null));
    expectEnds(input, answer, (plan) => bootstrap(differenceStatistic(first!, second!), design, plan));
  });
});

interface StoredPair extends Drawn {
  readonly metric: string;
  readonly before: Readonly<Record<string, readonly number[]>>;
  readonly after: Readonly<Record<string, readonly number[]>>;
  readonly byClass: boolean;
  readonly entity: readonly number[] | null;
}

describe("the paired bootstrap of a metric is SciPy's, from the same draws", () => {
  const cases = casesOf<StoredPair, Ends>("resampling", "paired").map((one) => ({
    ...one,
    title: `${one.input.metric}, by entity: ${one.input.entity !== null}, by class: ${one.input.byClass}`,
  }));
  it.each(cases)("$title", ({ input, answer }) => {
    const [before, after] = [sampleFrom(input.before), sampleFrom(input.after)];
    const metric = findMetric(input.metric, after.task)!.metric;
    const drawing = { byClass: input.byClass, entity: input.entity && Int32Array.from(input.entity) };
    const { seed, replicates, confidence } = input;
    const plan = { seed, replicates, confidence };
    const found = valued(bootstrapDifference(metric, before, after, {}, drawing, plan));
    for (const name of ["bca", "percentile"] as const) {
      const { low, high } = valued(found[name]);
      const [expectedLow, expectedHigh] = answer[name];
      expectNear(
        { value: found.value, low, high },
        { value: answer.value, low: expectedLow, high: expectedHigh },
        CLOSED,
      );
    }
  });
});

type Take = (plan: Parameters<typeof bootstrap>[2]) => Bootstrapped | string;

function expectEnds({ seed, replicates, confidence }: Drawn, answer: Ends, take: Take): void {
  for (const name of ["bca", "percentile"] as const) {
    const plan = { method: METHODS[name], replicates, confidence, seed };
    const { value, interval } = valued(take(plan));
    const { low, high, ...about } = interval;
    const [expectedLow, expectedHigh] = answer[name];
    expectNear({ value, low, high }, { value: answer.value, low: expectedLow, high: expectedHigh }, CLOSED);
    expect(about).toEqual({ ...plan });
  }
}

function sampleFrom(stored: Readonly<Record<string, readonly number[]>>): Sample {
  const floats = (name: string) => Float64Array.from(stored[name]!);
  const weight = stored.weight === undefined ? null : floats("weight");
  if (stored.truth) {
    return { task: "regression", truth: floats("truth"), prediction: floats("prediction"), weight };
  }
  return {
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.from(stored.positive!),
    decision: Uint8Array.from(stored.decision!),
    score: floats("score"),
    weight,
  };
}
