import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInBins, quantileEnds } from "../../../src/statistics/distribution/bins.ts";
import { countInCategories } from "../../../src/statistics/distribution/categories.ts";
import { categoricalChange, numericChange } from "../../../src/statistics/distribution/change.ts";
import { homogeneity } from "../../../src/statistics/distribution/homogeneity.ts";
import { kolmogorovSmirnov } from "../../../src/statistics/distribution/kolmogorov-smirnov.ts";
import { ordered } from "../../../src/statistics/distribution/ordered.ts";
import { populationStability } from "../../../src/statistics/distribution/population-stability.ts";
import { wasserstein } from "../../../src/statistics/distribution/wasserstein.ts";
import { valued } from "../cases.ts";

const SEED = { seed: 20240501, numRuns: 80 };
const floats = (...values: readonly number[]) => Float64Array.from(values);
const value = fc.oneof(
  fc.integer({ min: -8, max: 8 }),
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.constant(Number.NaN),
);
const column = fc.array(value, { minLength: 1, maxLength: 40 }).map((values) => Float64Array.from(values));
const present = column.filter((values) => values.some((one) => !Number.isNaN(one)));

describe("any two numeric columns", () => {
  it("lie within the measures' ranges, and the order of rows does not matter", () => {
    fc.assert(
      fc.property(present, present, (reference, current) => {
        const found = numericChange(reference, current);
        const psi = valued(found.psi);
        const distance = valued(found.jensenShannon);
        const test = valued(found.kolmogorovSmirnov);
        expect(psi.value).toBeGreaterThanOrEqual(0);
        expect(psi.value).toBeLessThan(20);
        expect(psi.byBin.every((part) => part >= 0)).toBe(true);
        expect(distance.divergence).toBeGreaterThanOrEqual(0);
        expect(distance.distance).toBeLessThanOrEqual(1);
        expect(test.statistic).toBeGreaterThanOrEqual(0);
        expect(test.p).toBeGreaterThan(0);
        expect(test.p).toBeLessThanOrEqual(1);
        expect(valued(found.wasserstein)).toBeGreaterThanOrEqual(0);
        expect(numericChange(reference.toReversed(), current.toReversed())).toEqual(found);
      }),
      SEED,
    );
  });

  it("that are the same did not change, and p-values say so", () => {
    fc.assert(
      fc.property(present, (reference) => {
        const found = numericChange(reference, reference.toReversed());
        expect(valued(found.psi).value).toBe(0);
        expect(valued(found.jensenShannon)).toEqual({ divergence: 0, distance: 0 });
        expect(valued(found.kolmogorovSmirnov)).toEqual({ statistic: 0, p: 1, method: "exact" });
        expect(found.wasserstein).toBe(0);
        if (typeof found.homogeneity !== "string") {
          expect(found.homogeneity).toMatchObject({ statistic: 0, p: 1, cramersV: 0, cramersVCorrected: 0 });
        }
      }),
      SEED,
    );
  });

  it("change places: the tests and distances of values stay as they are", () => {
    fc.assert(
      fc.property(present, present, (one, other) => {
        const [from, to] = [ordered(one), ordered(other)];
        const [there, back] = [valued(kolmogorovSmirnov(from, to)), valued(kolmogorovSmirnov(to, from))];
        expect(back.statistic).toBeCloseTo(there.statistic, 14);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(valued(wasserstein(to, from))).toBeCloseTo(valued(wasserstein(from, to)), 12);
      }),
      SEED,
    );
  });

  it("keep their exact p-value under a rising transformation, and their distance under a shift", () => {
    fc.assert(
      fc.property(present, present, (one, other) => {
        const bent = (values: Float64Array) => ordered(values.map((x) => x * 1024));
        expect(kolmogorovSmirnov(bent(one), bent(other))).toEqual(
          kolmogorovSmirnov(ordered(one), ordered(other)),
        );
        const moved = (values: Float64Array) => ordered(values.map((x) => x + 100));
        const [near, far] = [
          wasserstein(ordered(one), ordered(other)),
          wasserstein(moved(one), moved(other)),
        ];
        expect(valued(far)).toBeCloseTo(valued(near), 9);
      }),
      SEED,
    );
  });

  it("are counted whole, in bins of the reference alone", () => {
    fc.assert(
      fc.property(column, column, fc.integer({ min: 1, max: 12 }), (one, other, k) => {
        const [reference, current] = [ordered(one), ordered(other)];
        const ends = quantileEnds(reference, k);
        const counts = countInBins(reference, current, ends);
        const sum = (parts: Float64Array) => parts.reduce((total, part) => total + part, 0);
        expect(sum(counts.reference)).toBe(one.length);
        expect(sum(counts.current)).toBe(other.length);
        for (let index = 1; index < ends.length; index++) {
          const [last, next] = [ends[index - 1]!, ends[index]!];
          expect(next.bound > last.bound || (!last.included && next.included)).toBe(true);
        }
        expect(ends.length).toBeLessThanOrEqual(2 * k);
      }),
      SEED,
    );
  });
});

describe("bins of the reference", () => {
  it("hold equal parts of values that are all different, the outer ones without a bound", () => {
    const reference = ordered(Float64Array.from({ length: 100 }, (_, row) => row));
    const counts = countInBins(reference, ordered(floats(-1e9, 9, 9.5, 1e9)), quantileEnds(reference, 10));
    expect([...counts.reference]).toEqual(Array(10).fill(10));
    expect([...counts.current]).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it("a value that many rows share is a bin of its own, and what leaves it is seen on both sides", () => {
    const reference = ordered(floats(5, 5, 5));
    const counts = countInBins(reference, ordered(floats(4, 5, 6, 7)), quantileEnds(reference, 10));
    expect([...counts.reference]).toEqual([0, 3, 0]);
    expect([...counts.current]).toEqual([1, 1, 2]);
  });

  it("missing values are a bin, of either side", () => {
    const found = numericChange(floats(1, 2, 3, 4), floats(1, 2, 3, Number.NaN), 2);
    expect([...found.counts.reference]).toEqual([2, 2, 0]);
    expect([...found.counts.current]).toEqual([2, 1, 1]);
    expect(numericChange(floats(1), floats(1)).counts.reference).toHaveLength(1 + 2);
  });

  it("infinities are values beyond all others", () => {
    const infinite = ordered(floats(Number.NEGATIVE_INFINITY, 1, Number.POSITIVE_INFINITY, Number.NaN));
    expect(infinite.missing).toBe(1);
    expect(kolmogorovSmirnov(infinite, infinite)).toMatchObject({ statistic: 0 });
    expect(wasserstein(infinite, infinite)).toContain("farther apart");
  });

  it("a number of bins that is none is a fault of the caller", () => {
    expect(() => quantileEnds(ordered(floats(1)), 0)).toThrow(RangeError);
    expect(() => quantileEnds(ordered(floats(1)), 2.5)).toThrow(RangeError);
  });
});

describe("populations that share nothing", () => {
  const apart = {
    reference: {
      counts: new Map([
        ["a", 40],
        ["b", 60],
      ]),
      missing: 0,
    },
    current: { counts: new Map([["c", 50]]), missing: 10 },
  };

  it("have a large, finite index, and every bounded measure at its end", () => {
    const found = categoricalChange(apart.reference, apart.current);
    expect(valued(found.psi).value).toBeGreaterThan(15);
    expect(valued(found.psi).value).toBeLessThan(20);
    expect(valued(found.jensenShannon)).toEqual({ divergence: 1, distance: 1 });
    expect(valued(found.homogeneity).cramersV).toBeCloseTo(1, 14);
  });

  it("disjoint values in quantile bins as well", () => {
    const shifted = numericChange(
      Float64Array.from({ length: 50 }, (_, row) => row),
      Float64Array.from({ length: 50 }, (_, row) => row - 1000),
    );
    expect(valued(shifted.psi).value).toBeGreaterThan(8);
    expect(valued(shifted.kolmogorovSmirnov).statistic).toBe(1);
    expect(valued(shifted.wasserstein)).toBeCloseTo(1000, 9);
  });

  it("categories keep the reference's order, then new ones, then the missing", () => {
    const counts = countInCategories(apart.reference, apart.current);
    expect([...counts.reference]).toEqual([40, 60, 0, 0]);
    expect([...counts.current]).toEqual([0, 0, 50, 10]);
  });
});

describe("chance alone", () => {
  it("gives the index that is said, on average", () => {
    const next = mulberry(5);
    let total = 0;
    for (let draw = 0; draw < 300; draw++) {
      const counts = { reference: new Float64Array(8), current: new Float64Array(8) };
      for (let row = 0; row < 2000; row++) counts.reference[Math.floor(next() * 8)]!++;
      for (let row = 0; row < 500; row++) counts.current[Math.floor(next() * 8)]!++;
      const found = valued(populationStability(counts));
      expect(found.byChance).toBeCloseTo(7 * (1 / 2000 + 1 / 500), 12);
      total += found.value / found.byChance;
    }
    expect(total / 300).toBeGreaterThan(0.9);
    expect(total / 300).toBeLessThan(1.1);
  });
});

describe("what has no answer says why", () => {
  const none = new Float64Array(0);

  it.each([
    ["no rows before", none, floats(1), "the reference has no rows"],
    ["no rows after", floats(1), none, "the current population has no rows"],
  ])("%s", (_, reference, current, reason) => {
    const found = numericChange(reference, current);
    expect(found.psi).toBe(reason);
    expect(found.jensenShannon).toBe(reason);
    expect(found.homogeneity).toBe(reason);
    expect(found.kolmogorovSmirnov).toBe(reason.replace("rows", "values"));
    expect(found.wasserstein).toBe(reason.replace("rows", "values"));
  });

  it("one category has nothing to compare", () => {
    expect(homogeneity({ reference: floats(3, 0), current: floats(5, 0) })).toBe(
      "every row has the same category",
    );
    expect(() => homogeneity({ reference: floats(3), current: floats(5, 0) })).toThrow(RangeError);
  });
});

/** A small generator of numbers in [0, 1) with a fixed seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
