import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { columnsOf, wrap } from "../../../../src/report/renderings/text/wrap.ts";

describe("columnsOf", () => {
  it("takes each character for as wide as a terminal shows it", () => {
    const wrong = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
      .filter((character) => columnsOf(character) !== stringWidth(character))
      .map((character) => character.charCodeAt(0).toString(16));
    expect(wrong).toEqual([]);
  });
});

describe("wrap", () => {
  const text = fc.array(fc.constantFrom("a", "β", "⣀", "é", "e\u0301", "漢", "👩‍👩‍👧", "🇩🇪", " ", "≥"), {
    maxLength: 80,
  });

  it("keeps every line within the width, and loses nothing but blanks", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (characters, width) => {
        const lines = wrap(characters.join(""), width);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(characters.join("").replaceAll(" ", ""));
      }),
    );
  });

  it("never breaks inside what a reader sees as one character", () => {
    expect(wrap("漢漢👩‍👩‍👧漢", 4)).toEqual(["漢漢", "👩‍👩‍👧漢"]);
  });
});
