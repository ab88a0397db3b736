import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { truncate } from "../../../src/report/escape/truncate.ts";
import { visible } from "../../../src/report/escape/visible.ts";
import { hostileText } from "../../support/hostile.ts";

const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\u{E0000}-\u{E0FFF}]/u;

describe("visible", () => {
  it.each([
    ["plain text", "plain text", "plain text"],
    ["letters of any script", "Größe 数据 שלום ñ", "Größe 数据 שלום ñ"],
    ["an emoji with its selector", "a ❤\uFE0F", "a ❤\uFE0F"],
    ["a selector that hides data", "a\uFE0F", "a<U+FE0F>"],
    ["an escape sequence", "\u001b[31mred", "<U+001B>[31mred"],
    ["a C1 control", "\u009b31m", "<U+009B>31m"],
    ["a right-to-left override", "\u202Egnp", "<U+202E>gnp"],
    ["a zero-width space", "a\u200Bb", "a<U+200B>b"],
    ["tag characters", "x\u{E0041}", "x<U+E0041>"],
    ["a lone surrogate", "a\uD800b", "a<U+D800>b"],
    ["line breaks of every kind", "a\nb\r\nc\u2028d", "a ⏎ b ⏎ c ⏎ d"],
    ["blanks", " a\t\u00A0 b ", "a b"],
    ["piled marks", `a${"\u0301".repeat(6)}`, `a${"\u0301".repeat(4)}<+2 marks>`],
  ])("shows %s", (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it("leaves nothing hidden and one line, whatever it is given", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(visible(text)).not.toMatch(HIDDEN);
        expect(visible(text)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe("truncate", () => {
  const family = "👩‍👩‍👧‍👦";

  it.each([
    ["short text", "abc", 3, "abc"],
    ["long text", "abcdef", 4, "abcd… (+2 characters)"],
    ["thousands", "x".repeat(2_001), 1, "x… (+2,000 characters)"],
    ["between graphemes", `ab${family}`, 5, `ab… (+${family.length} characters)`],
    ["inside a grapheme longer than the limit, between code points", family, 4, "👩‍… (+8 characters)"],
  ])("cuts %s", (_, text, limit, expected) => {
    expect(truncate(text, limit)).toBe(expected);
  });

  it("never splits a surrogate pair and accounts for every character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, limit) => {
          const cut = truncate(text, limit);
          if (text.length <= limit) return cut === text;
          const [, kept = "", count] = cut.match(/^([\s\S]*)… \(\+([\d,]+) characters\)$/) ?? [];
          expect(text.startsWith(kept)).toBe(true);
          expect(kept.length).toBeLessThanOrEqual(limit);
          expect(kept.length + Number(count)).toBe(text.length);
          expect(kept).not.toMatch(/[\uD800-\uDBFF]$/);
        },
      ),
    );
  });
});
