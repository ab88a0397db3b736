import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingId } from "../../src/judgement/finding.ts";

describe("findingId", () => {
  it("never changes: exceptions name findings by it", () => {
    expect(findingId("performance/claims-reproduce", "credit", "recall|test|sex=female|0.35")).toBe(
      "eb718579b4fcdcb4",
    );
  });

  it("is other for another rule, model or meaning, wherever one ends and the next begins", () => {
    const words = fc.tuple(fc.string(), fc.string(), fc.string());
    fc.assert(
      fc.property(words, words, (one, other) => {
        const same = one.every((word, index) => word === other[index]);
        expect(findingId(...one) === findingId(...other)).toBe(same);
      }),
    );
    expect(findingId("a", "bc", "d")).not.toBe(findingId("ab", "c", "d"));
    expect(findingId("a", "b", "c|d")).not.toBe(findingId("a", "b|c", "d"));
  });
});
