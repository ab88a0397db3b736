import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { areaStatistic } from "../../../src/statistics/resampling/area.ts";
import { innerLoops } from "../../../src/statistics/resampling/inner-loops.ts";
import { Sfc64 } from "../../../src/statistics/resampling/sfc64.ts";
import { sortedScores } from "../../../src/statistics/resampling/sorted-scores.ts";
import { valued } from "../cases.ts";

fc.configureGlobal({ seed: 20240601 });

vi.stubGlobal("WebAssembly", undefined);
vi.resetModules();
const plain = {
  ...(await import("../../../src/statistics/resampling/inner-loops.ts")),
  ...(await import("../../../src/statistics/resampling/sfc64.ts")),
  ...(await import("../../../src/statistics/resampling/area.ts")),
};
vi.unstubAllGlobals();
afterAll(() => vi.resetModules());

describe("the inner loops", () => {
  it("are there, but where WebAssembly or the memory for so many places is not", () => {
    expect(innerLoops(3)?.counts.length).toBe(3);
    expect(innerLoops(2 ** 30)).toBeNull();
    expect(innerLoops(4)?.counts.length).toBe(4);
    expect(plain.innerLoops(3)).toBeNull();
  });
});

describe("draws are the same with the inner loops, without them, and one by one", () => {
  /** Draws of a number below a limit, or of words where there is none. */
  const drawing = fc.record({ draws: fc.nat(700), limit: fc.option(fc.integer({ min: 1, max: 2000 })) });

  it("whatever is drawn in between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2 ** 32 - 1)),
        fc.array(drawing, { maxLength: 12 }),
        (entropy, drawings) => {
          const check = comparing(...entropy);
          for (const { draws, limit } of drawings) check(draws, limit);
          check(3, null);
        },
      ),
    );
  });

  it("where one word in a thousand is rejected", () => {
    const check = comparing(5);
    for (const draws of [20_000, 20_001]) check(draws, Math.floor(2 ** 32 / 1000) + 1);
    check(3, null);
  });

  it("where the places outgrow the memory and are fewer again", () => {
    const check = comparing(6);
    for (const limit of [10, 5_000_000, 10, 5_000_001]) check(501, limit);
  });
});

/** Draws on from one seed in each of the three ways, and expects the same of them each time. */
function comparing(...entropy: readonly number[]) {
  const [withLoops, without, single] = [Sfc64, plain.Sfc64, Sfc64].map(
    (Generator) => new Generator(Uint32Array.from(entropy)),
  );
  return (draws: number, limit: number | null): void => {
    const expected = drawn(single!, draws, limit, (counts) => {
      for (let draw = 0; draw < draws; draw++) counts[single!.below(counts.length)]!++;
    });
    for (const generator of [withLoops!, without!]) {
      const found = drawn(generator, draws, limit, (counts) => generator.tally(draws, counts));
      expect(found.findIndex((number, index) => number !== expected[index])).toBe(-1);
    }
  };
}

function drawn(
  generator: Sfc64,
  draws: number,
  limit: number | null,
  tally: (counts: Uint32Array) => void,
): Uint32Array {
  if (limit === null) return Uint32Array.from({ length: draws }, () => generator.next());
  const counts = new Uint32Array(limit).fill(7);
  tally(counts);
  return counts;
}

describe("an area is the same number with the inner loops and without them", () => {
  const row = fc.record({ score: fc.nat(6), positive: fc.nat(1), count: fc.nat(4) });

  it("of any counts, ties and classes", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const sorted = valued(
          sortedScores(
            Float64Array.from(rows, ({ score }) => score),
            Uint8Array.from(rows, ({ positive }) => positive),
            null,
          ),
        );
        const counts = Uint32Array.from(rows, ({ count }) => count);
        expect(areaStatistic(sorted).at(counts)).toBe(plain.areaStatistic(sorted).at(counts));
      }),
      { numRuns: 500 },
    );
  });

  it("of counts whose pairs are more than 32 bits hold", () => {
    const sorted = valued(sortedScores(Float64Array.of(1, 2, 2, 3), Uint8Array.of(0, 0, 1, 1), null));
    const counts = Uint32Array.of(3_000_001, 5_000_003, 7_000_007, 11_000_011);
    const won = 7_000_007 * (3_000_001 + 5_000_003 / 2) + 11_000_011 * 8_000_004;
    expect(areaStatistic(sorted).at(counts)).toBe(won / 18_000_018 / 8_000_004);
    expect(plain.areaStatistic(sorted).at(counts)).toBe(won / 18_000_018 / 8_000_004);
  });
});
