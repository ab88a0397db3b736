import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteDictionary, NOT_TEXT } from "../../src/tables/dictionary.ts";

function codeIn(dictionary: ByteDictionary, bytes: Uint8Array): number {
  return dictionary.codeOf(bytes, 0, bytes.length);
}

describe("ByteDictionary", () => {
  it("numbers texts by first appearance, as a Map would", () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: "grapheme", maxLength: 6 }), fc.constantFrom("", "a", "aa", "é")),
    );
    fc.assert(
      fc.property(texts, (written) => {
        const dictionary = new ByteDictionary();
        const codes = written.map((text) => codeIn(dictionary, Buffer.from(text)));
        const known = [...new Set(written)];
        expect(codes).toEqual(written.map((text) => known.indexOf(text)));
        expect(dictionary.strings()).toEqual(known);
      }),
    );
  });

  it("keeps many values, over several growths and decoded slices", () => {
    const dictionary = new ByteDictionary();
    const written = Array.from({ length: 70_000 }, (_, index) => `${"x".repeat(index % 40)}${index}`);
    const codes = [...written, ...written].map((text) => codeIn(dictionary, Buffer.from(text)));
    expect(codes).toEqual([...written.keys(), ...written.keys()]);
    expect(dictionary.strings()).toEqual(written);
  });

  it("decodes a value longer than a slice", () => {
    const dictionary = new ByteDictionary();
    const written = ["a", "b".repeat(3 * 1024 * 1024), "c"];
    for (const text of written) codeIn(dictionary, Buffer.from(text));
    expect(dictionary.strings()).toEqual(written);
  });

  it.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]], [[0xc0, 0x80]]])(
    "refuses bytes that are no text: %j",
    (bytes) => {
      const dictionary = new ByteDictionary();
      expect(codeIn(dictionary, Uint8Array.from(bytes))).toBe(NOT_TEXT);
      expect(dictionary.size).toBe(0);
    },
  );
});
