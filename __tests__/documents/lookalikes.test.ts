import { expect, it } from "vitest";
import { asSeen } from "../../src/documents/lookalikes.ts";

it.each([
  ["Jane", "jane"],
  ["\u0408\u0410\u039d\u0415", "jane"],
  ["Jos\u00e9 M\u00fcller", "jose muller"],
  ["\u0141ukasz S\u00f8rensen Wei\u00df", "lukasz sorensen weiss"],
  ["J\u034fa\ufe0f\u0337\u0337\u200bne", "jane"],
  ["\uff33\uff45\uff58", "sex"],
  ["\u0915\u092e\u0932\u093e", "\u0915\u092e\u0932\u093e"],
  ["\ud55c\uad6d", "\ud55c\uad6d"],
])("%j is seen as %j", (text, seen) => {
  expect(asSeen(text)).toBe(seen);
});

it("has one spelling for either case", () => {
  const letters = "\u0392\u0397\u039d\u03a5\u0412\u041d\u0423\u0425";
  expect(asSeen(letters.toLowerCase())).toBe(asSeen(letters));
});
