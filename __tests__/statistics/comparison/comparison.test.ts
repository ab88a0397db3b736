import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordantOf } from "../../../src/statistics/comparison/discordant.ts";
import { mcnemar } from "../../../src/statistics/comparison/mcnemar.ts";
import { pairedDelong } from "../../../src/statistics/comparison/paired-delong.ts";
import { pairedLosses } from "../../../src/statistics/comparison/paired-losses.ts";
import { tangoInterval } from "../../../src/statistics/comparison/tango.ts";
import { verdictOf } from "../../../src/statistics/comparison/verdict.ts";
import { delongInterval } from "../../../src/statistics/intervals/delong.ts";
import { areaUnder } from "../../../src/statistics/ranking/area.ts";
import { rankedBy } from "../../../src/statistics/ranking/ranked.ts";
import { valued } from "../cases.ts";

const SEED = { seed: 20240501, numRuns: 80 };
const bit = fc.integer({ min: 0, max: 1 });
const score = fc.integer({ min: 0, max: 12 });
const floats = (values: readonly number[]) => Float64Array.from(values);

interface Table {
  readonly positive: Uint8Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}
const table: fc.Arbitrary<Table> = fc
  .array(fc.tuple(bit, score, score), { minLength: 5, maxLength: 40 })
  .map((rows) => ({
    positive: Uint8Array.from([...rows.map(([positive]) => positive), 0, 0, 1, 1]),
    before: floats([...rows.map((row) => row[1]), 1, 2, 3, 4]),
    after: floats([...rows.map((row) => row[2]), 4, 2, 2, 1]),
  }));
const compare = ({ positive, before, after }: Table) => valued(pairedDelong(positive, before, after, 0.95));

describe("two areas on the same rows", () => {
  it("have the areas and variances that each has alone", () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const found = compare(drawn);
        for (const side of ["before", "after"] as const) {
          const ranked = valued(rankedBy(drawn[side], drawn.positive, null));
          const area = valued(areaUnder(ranked));
          expect(found[side]).toBeCloseTo(area, 12);
          const alone = delongInterval(ranked, area, 0.5);
          if (alone === null || alone.low === 0 || alone.high === 1) continue;
          expect(Math.sqrt(found.variance[side]) * 0.6744897501960817).toBeCloseTo(alone.high - area, 12);
        }
      }),
      SEED,
    );
  });

  it("turn round with their sides, and with their classes and the sign of the scores", () => {
    fc.assert(
      fc.property(table, ({ positive, before, after }) => {
        const found = compare({ positive, before, after });
        const swapped = compare({ positive, before: after, after: before });
        const flipped = compare({
          positive: positive.map((one) => 1 - one),
          before: before.map((value) => -value),
          after: after.map((value) => -value),
        });
        expect(swapped.difference).toBeCloseTo(-found.difference, 12);
        expect(swapped.test?.p ?? 2).toBeCloseTo(found.test?.p ?? 2, 9);
        expect(flipped.difference).toBeCloseTo(found.difference, 12);
        expect(flipped.covariance).toBeCloseTo(found.covariance, 12);
      }),
      SEED,
    );
  });

  it("do not depend on the order of the rows, nor on a rising transformation; the interval holds the difference", () => {
    fc.assert(
      fc.property(table, ({ positive, before, after }) => {
        const found = compare({ positive, before, after });
        const moved = compare({
          positive: positive.toReversed(),
          before: before.toReversed().map((value) => Math.exp(value)),
          after: after.toReversed().map((value) => value ** 3),
        });
        expect(moved.difference).toBeCloseTo(found.difference, 12);
        expect(moved.test?.statistic ?? 0).toBeCloseTo(found.test?.statistic ?? 0, 9);
        if (found.interval === null) return;
        expect(found.interval.low).toBeLessThanOrEqual(found.difference);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.difference);
      }),
      SEED,
    );
  });

  it("the same scores differ by 0, which so few rows do not prove", () => {
    fc.assert(
      fc.property(table, ({ positive, before }) => {
        expect(compare({ positive, before, after: before.map((value) => 2 * value) })).toMatchObject({
          difference: 0,
          interval: null,
          test: null,
        });
      }),
      SEED,
    );
  });

  it.each([
    ["a class of one row", [0, 0, 1], [1, 2, 3], "positive class"],
    ["a class of one row", [0, 1, 1], [1, 2, 3], "negative class"],
    ["no rows", [], [], "positive class"],
    ["a score that is none", [0, 0, 1, 1], [1, 2, Number.NaN, 3], "finite"],
  ])("%s: undefined, saying %o", (_, positive, scores, reason) => {
    expect(pairedDelong(Uint8Array.from(positive), floats(scores), floats(scores), 0.95)).toContain(reason);
  });
});

describe("mean losses of the same rows", () => {
  const losses = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 30 });

  it("turn round with their sides, keep their order's freedom, and hold the difference", () => {
    fc.assert(
      fc.property(losses, (rows) => {
        const [before, after] = [floats(rows.map((row) => row[0])), floats(rows.map((row) => row[1]))];
        const found = valued(pairedLosses(before, after, 0.9));
        const swapped = valued(pairedLosses(after.toReversed(), before.toReversed(), 0.9));
        expect(swapped.difference).toBeCloseTo(-found.difference, 12);
        expect(swapped.test?.p ?? 2).toBeCloseTo(found.test?.p ?? 2, 12);
        expect(found.difference).toBeCloseTo(found.after - found.before, 12);
        if (found.interval === null) return;
        expect(found.interval.low).toBeLessThan(found.difference);
        expect(found.interval.high).toBeGreaterThan(found.difference);
      }),
      SEED,
    );
  });

  it.each([
    ["one row", [1], [2]],
    ["rows that all changed by as much", [1, 2, 3], [1.5, 2.5, 3.5]],
  ])("%s: a difference without interval or test", (_, before, after) => {
    const found = pairedLosses(floats(before), floats(after), 0.95);
    expect(found).toMatchObject({ interval: null, test: null });
  });

  it.each([
    ["no rows", [], "no rows"],
    ["a loss that is none", [1, Number.NaN], "finite"],
    ["a loss that is too large", [1e308, 1e308], "finite"],
  ])("%s: undefined", (_, values, reason) => {
    const before = floats(values.map(() => 0));
    expect(pairedLosses(before, floats(values), 0.95)).toContain(reason);
  });

  it("columns of other rows are a fault of the caller", () => {
    expect(() => pairedLosses(floats([1]), floats([1, 2]), 0.95)).toThrow(RangeError);
    expect(() => discordantOf(Uint8Array.of(1), Uint8Array.of(1, 0))).toThrow(RangeError);
    expect(() => mcnemar({ rows: 3, onlyBefore: 2, onlyAfter: 2 })).toThrow(RangeError);
    expect(() => tangoInterval({ rows: 3, onlyBefore: 0.5, onlyAfter: 1 }, 0.95)).toThrow(RangeError);
    expect(() => tangoInterval({ rows: 3, onlyBefore: 1, onlyAfter: 1 }, 95)).toThrow(RangeError);
  });
});

describe("decisions on the same rows", () => {
  const decisions = fc.array(fc.tuple(bit, bit), { minLength: 1, maxLength: 40 });

  it("are told apart by the rows that differ only, whichever comes first", () => {
    fc.assert(
      fc.property(decisions, (rows) => {
        const [before, after] = [0, 1].map((side) => Uint8Array.from(rows.map((row) => row[side]!)));
        const counts = discordantOf(before!, after!);
        const found = mcnemar(counts);
        expect(mcnemar(discordantOf(after!, before!))).toEqual(found);
        expect(mcnemar({ ...counts, rows: 10_000 })).toEqual(found);
        const interval = valued(tangoInterval(counts, 0.9));
        const seen = (counts.onlyAfter - counts.onlyBefore) / rows.length;
        expect(interval.low).toBeLessThan(seen + 1e-12);
        expect(interval.high).toBeGreaterThan(seen - 1e-12);
        const swapped = valued(tangoInterval(discordantOf(after!, before!), 0.9));
        expect(swapped.low).toBeCloseTo(-interval.high, 9);
        if (typeof found === "string") return;
        expect(found.midP).toBeLessThanOrEqual(found.exact);
        expect(found.exact).toBeLessThanOrEqual(1);
        expect(found.asymptotic).toBeLessThanOrEqual(
          found.corrected + (counts.onlyAfter === counts.onlyBefore ? 1 : 0),
        );
      }),
      SEED,
    );
  });

  it("the same decisions have no test, and a difference that may still be other than 0", () => {
    const same = { rows: 20, onlyBefore: 0, onlyAfter: 0 };
    expect(mcnemar(same)).toContain("alike");
    expect(valued(tangoInterval(same, 0.95)).high).toBeCloseTo(3.8414588 / 23.8414588, 7);
    expect(tangoInterval({ ...same, rows: 0 }, 0.95)).toContain("no rows");
  });
});

describe("a verdict", () => {
  it.each([
    [0.01, 0.03, 0.02, "higher", "superior"],
    [-0.01, 0.03, 0.02, "higher", "non-inferior"],
    [-0.015, -0.005, 0.02, "higher", "non-inferior"],
    [-0.03, 0.03, 0.02, "higher", "inconclusive"],
    [-0.03, -0.01, 0.02, "higher", "inconclusive"],
    [-0.05, -0.03, 0.02, "higher", "inferior"],
    [-0.02, 0.01, 0.02, "higher", "inconclusive"],
    [0, 0.01, 0, "higher", "inconclusive"],
    [0.01, 0.03, 0.02, "lower", "inconclusive"],
    [0.03, 0.05, 0.02, "lower", "inferior"],
    [0.01, 0.015, 0.02, "lower", "non-inferior"],
    [-0.03, -0.01, 0.02, "lower", "superior"],
    [Number.NaN, 1, 0.02, "higher", "inconclusive"],
  ] as const)("[%d, %d] beside the margin %d where %s is better: %s", (low, high, margin, better, kind) => {
    expect(verdictOf({ low, high }, margin, better).kind).toBe(kind);
  });

  it("without interval is inconclusive and says so; a margin below 0 is a fault", () => {
    expect(verdictOf(null, 0.1, "higher")).toMatchObject({
      kind: "inconclusive",
      reason: "the difference has no interval",
    });
    expect(() => verdictOf(null, -0.1, "higher")).toThrow(RangeError);
    expect(() => verdictOf(null, Number.NaN, "higher")).toThrow(RangeError);
  });

  it("is that they are identical where both answer alike, whatever interval and margin", () => {
    const alike = "both give every row the same score";
    const expected = { kind: "identical", reason: alike };
    for (const interval of [null, { low: 0, high: 0 }, { low: -1, high: 1 }]) {
      for (const margin of [0, 0.02]) expect(verdictOf(interval, margin, "higher", alike)).toEqual(expected);
    }
  });

  it("a wider margin never turns it against the model", () => {
    const rank = { inferior: 0, inconclusive: 1, "non-inferior": 2, identical: 2, superior: 3 };
    const end = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(end, end, fc.nat(20), fc.nat(20), (one, other, margin, more) => {
        const interval = { low: Math.min(one, other), high: Math.max(one, other) };
        const kinds = [margin, margin + more].map((wide) => rank[verdictOf(interval, wide, "lower").kind]);
        expect(kinds[1]).toBeGreaterThanOrEqual(kinds[0]!);
      }),
      SEED,
    );
  });
});
