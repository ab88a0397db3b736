import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../benchmarks/random.ts";
import { mutate } from "../../tools/mutation/mutate.ts";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 });
const seed = fc.integer({ min: 1, max: 1_000_000 });

describe("mutate", () => {
  it("changes nothing beside what it says that it touched", () => {
    fc.assert(
      fc.property(bytes, seed, (original, number) => {
        const before = original.slice();
        const { bytes: after, touched } = mutate(original, randomNumbers(number));
        expect(original).toEqual(before);
        const rest = original.length - touched.end;
        expect(after.subarray(0, touched.start)).toEqual(original.subarray(0, touched.start));
        expect(after.subarray(after.length - rest)).toEqual(original.subarray(touched.end));
      }),
    );
  });

  it("gives the same from the same seed", () => {
    fc.assert(
      fc.property(bytes, seed, (original, number) => {
        expect(mutate(original, randomNumbers(number))).toEqual(mutate(original, randomNumbers(number)));
      }),
    );
  });

  it("changes in every way", () => {
    const text = new TextEncoder().encode('{"passes": 40,\n"fails": 2}\n'.repeat(20));
    const ways = new Set(
      Array.from({ length: 200 }, (_, index) => mutate(text, randomNumbers(index + 1)).how),
    );
    expect([...ways].sort()).toEqual(["duplicate", "flip", "number", "remove", "splice", "truncate"]);
  });
});
