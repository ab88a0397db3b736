import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeId } from "../../src/evidence/entry-id.ts";

describe("takeId", () => {
  it.each([
    [[], ["a", "p.csv"], "a"],
    [["a"], ["a", "p.csv"], "p.csv"],
    [[], [null, "p.csv"], "p.csv"],
  ])("with %j taken, %j gives %s", (taken, wanted, id) => {
    expect(takeId(new Set(taken), ...wanted)).toBe(id);
  });

  it("never gives an id twice, even to those who write such ids", () => {
    const name = fc.constantFrom("a", "b", "a#1", "a#2", "a#3", "b#2", "evidence:2", "evidence:2#2");
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (entries) => {
        const taken = new Set<string>();
        const ids = entries.map((wanted) => takeId(taken, ...wanted));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
