import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "../../../src/statistics/proportions/adjusted-p.ts";
import { differenceTest } from "../../../src/statistics/proportions/equality-test.ts";
import { bonferroniConfidence, sidakConfidence } from "../../../src/statistics/proportions/family.ts";
import { miettinenNurminenInterval } from "../../../src/statistics/proportions/miettinen-nurminen.ts";
import { newcombeInterval } from "../../../src/statistics/proportions/newcombe.ts";
import type { Proportion } from "../../../src/statistics/proportions/proportion.ts";
import { ratioInterval } from "../../../src/statistics/proportions/ratio-interval.ts";
import { rowsForHalfWidth } from "../../../src/statistics/proportions/rows-for-width.ts";
import { rowsToShow } from "../../../src/statistics/proportions/rows-to-show.ts";
import {
  rateWithoutFailures,
  trialsWithoutFailures,
} from "../../../src/statistics/proportions/zero-failures.ts";
import { valued } from "../cases.ts";

const SEED = { seed: 20240501, numRuns: 60 };
const proportion: fc.Arbitrary<Proportion> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat())
  .map(([trials, part]) => ({ successes: part % (trials + 1), trials }));
const level = fc.constantFrom(0.5, 0.95, 0.999);
const share = ({ successes, trials }: Proportion) => successes / trials;
const failures = ({ successes, trials }: Proportion) => ({ successes: trials - successes, trials });

describe.each([
  ["Newcombe's", newcombeInterval],
  ["Miettinen and Nurminen's", miettinenNurminenInterval],
] as const)("%s interval of a difference", (_, intervalOf) => {
  it("holds the difference, within [-1, 1], and turns round with its sides and with its classes", () => {
    fc.assert(
      fc.property(proportion, proportion, level, (one, other, confidence) => {
        const { low, high } = valued(intervalOf(one, other, confidence));
        const seen = share(one) - share(other);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-15);
        expect(low).toBeLessThanOrEqual(seen + 1e-12);
        expect(high).toBeGreaterThanOrEqual(seen - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-15);
        expect(high).toBeGreaterThan(low);
        for (const turned of [
          intervalOf(other, one, confidence),
          intervalOf(failures(one), failures(other), confidence),
        ]) {
          expect(valued(turned).low).toBeCloseTo(-high, 10);
          expect(valued(turned).high).toBeCloseTo(-low, 10);
        }
      }),
      SEED,
    );
  });
});

describe("the interval of a ratio", () => {
  it.each(["koopman", "miettinen-nurminen"] as const)(
    "holds the ratio and is its inverse's inverse: %s",
    (method) => {
      fc.assert(
        fc.property(proportion, proportion, level, (one, other, confidence) => {
          const { low, high } = valued(ratioInterval(one, other, confidence, method));
          const inverse = valued(ratioInterval(other, one, confidence, method));
          expect(low * (inverse.high ?? 0)).toBeCloseTo(low === 0 ? 0 : 1, 10);
          expect(high === null).toBe(other.successes === 0);
          if (other.successes === 0) return;
          const ratio = share(one) / share(other);
          expect(low).toBeLessThanOrEqual(ratio * (1 + 1e-12));
          expect(high!).toBeGreaterThanOrEqual(ratio * (1 - 1e-12));
        }),
        SEED,
      );
    },
  );
});

it("the test rejects what the interval leaves out", () => {
  fc.assert(
    fc.property(proportion, proportion, (one, other) => {
      const { low, high } = valued(miettinenNurminenInterval(one, other, 0.9));
      for (const end of [low, high]) {
        if (Math.abs(end) > 0.999 || Math.abs(end - share(one) + share(other)) < 1e-9) continue;
        expect(valued(differenceTest(one, other, end)).p).toBeCloseTo(0.1, 6);
      }
    }),
    SEED,
  );
});

describe("what has no answer says why", () => {
  const none = { successes: 0, trials: 0 };
  const some = { successes: 1, trials: 2 };

  it.each([
    ["no trials", newcombeInterval(none, some, 0.95), "no rows"],
    ["no trials of the other", miettinenNurminenInterval(some, none, 0.95), "no rows"],
    ["no trials in a ratio", ratioInterval(some, none, 0.95, "koopman"), "no rows"],
    ["no trials in a test", differenceTest(none, some), "no rows"],
    [
      "all rows alike",
      differenceTest({ successes: 3, trials: 3 }, { successes: 5, trials: 5 }),
      "same outcome",
    ],
    ["a truth below the target", rowsToShow(0.9, 0.9, 0.95, 0.8), "not above"],
    ["a truth too near the target", rowsToShow(0.5, 0.50001, 0.95, 0.8), "billion"],
  ])("%s", (_, result, reason) => expect(result).toContain(reason));

  it.each([
    () => newcombeInterval({ successes: 3, trials: 2 }, some, 0.95),
    () => newcombeInterval({ successes: 0.5, trials: 2 }, some, 0.95),
    () => newcombeInterval(some, some, 1),
    () => differenceTest(some, some, 1),
    () => holm(Float64Array.of(0.5, Number.NaN)),
    () => benjaminiHochberg(Float64Array.of(1.1)),
    () => bonferroniConfidence(0.95, 0),
    () => sidakConfidence(0, 2),
    () => rowsForHalfWidth(0.5, 0.5, 0.95),
    () => rowsForHalfWidth(1.5, 0.1, 0.95),
    () => rowsToShow(0, 0.5, 0.95, 0.8),
    () => rateWithoutFailures(-1, 0.95),
    () => trialsWithoutFailures(0, 0.95),
  ])("%s is a fault of the caller", (call) => expect(call).toThrow(RangeError));
});

describe("adjusted p-values", () => {
  const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

  it.each([
    ["Holm", holm],
    ["Benjamini-Hochberg", benjaminiHochberg],
  ] as const)("%s: never below the raw ones, in their order, at most 1", (_, adjust) => {
    fc.assert(
      fc.property(family, (values) => {
        const p = Float64Array.from(values);
        const adjusted = adjust(p);
        for (let one = 0; one < p.length; one++) {
          expect(adjusted[one]).toBeGreaterThanOrEqual(p[one]!);
          expect(adjusted[one]).toBeLessThanOrEqual(1);
          for (let other = 0; other < p.length; other++) {
            if (p[one]! < p[other]!) expect(adjusted[one]).toBeLessThanOrEqual(adjusted[other]!);
          }
        }
        expect([...adjust(p.toReversed())]).toEqual([...adjusted.toReversed()]);
      }),
      SEED,
    );
  });

  it("Holm's are never below Benjamini and Hochberg's", () => {
    fc.assert(
      fc.property(family, (values) => {
        const p = Float64Array.from(values);
        const rate = benjaminiHochberg(p);
        expect(holm(p).every((value, index) => value >= rate[index]! - 1e-15)).toBe(true);
      }),
      SEED,
    );
  });
});

describe("sizes", () => {
  it("no failures in n trials is not a rate of zero, and the two ways round agree", () => {
    expect(rateWithoutFailures(0, 0.95)).toBe(1);
    expect(rateWithoutFailures(100, 0.95)).toBeCloseTo(0.03, 3);
    expect(trialsWithoutFailures(0.5, 0.75)).toBe(2);
    for (const rate of [0.3, 0.01, 1e-5]) {
      const trials = trialsWithoutFailures(rate, 0.95);
      expect(rateWithoutFailures(trials, 0.95)).toBeLessThanOrEqual(rate);
      expect(rateWithoutFailures(trials - 1, 0.95)).toBeGreaterThan(rate);
      expect(rowsToShow(1 - rate, 1, 0.95, 0.8)).toEqual({ rows: trials, failures: 0 });
    }
  });

  it("each of a family is held more surely than all of them", () => {
    expect(bonferroniConfidence(0.95, 1)).toBeCloseTo(0.95, 15);
    expect(bonferroniConfidence(0.95, 10)).toBeCloseTo(0.995, 15);
    expect(sidakConfidence(0.95, 10) ** 10).toBeCloseTo(0.95, 14);
    expect(sidakConfidence(0.95, 10)).toBeLessThan(bonferroniConfidence(0.95, 10));
  });

  it("a large claim is answered without trying every number of rows", () => {
    const needed = valued(rowsToShow(0.999, 0.9992, 0.95, 0.8));
    expect(needed.rows).toBeGreaterThan(100_000);
    expect(needed.failures).toBeLessThan(needed.rows * 0.001);
  });
});
