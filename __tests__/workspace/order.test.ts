import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint, lowerBound, sortedByCodePoint } from "../../src/workspace/order.ts";

const paths = fc.array(fc.string({ unit: "binary", maxLength: 6 }), { maxLength: 20 });

describe("byCodePoint", () => {
  it("is the order of UTF-8 bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it("puts an emoji after a private-use character, where UTF-16 has it before", () => {
    expect(sortedByCodePoint(["\u{1f600}", "\ue000", "a"])).toEqual(["a", "\ue000", "\u{1f600}"]);
  });
});

describe("lowerBound", () => {
  it("is the number of texts below", () => {
    fc.assert(
      fc.property(paths, fc.string({ unit: "binary", maxLength: 6 }), (texts, text) => {
        const below = texts.filter((each) => byCodePoint(each, text) < 0).length;
        expect(lowerBound(sortedByCodePoint(texts), text)).toBe(below);
      }),
    );
  });
});
