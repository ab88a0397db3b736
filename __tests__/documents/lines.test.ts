import fc from "fast-check";
import { expect, test } from "vitest";
import { lineMap } from "../../src/documents/lines.ts";

test.each([
  ["", 0, 1, 1],
  ["ab", 1, 1, 2],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 1, 1, 2],
  ["a\r\nb", 3, 2, 1],
  ["a\rb", 2, 2, 1],
  ["a\n\n\nb", 4, 4, 1],
  ["a\n", 2, 2, 1],
  ["a", 99, 1, 2],
  ["a", -1, 1, 1],
  ["😀x", 2, 1, 3],
])("offset in %j at %i is line %i, column %i", (text, offset, line, column) => {
  expect(lineMap(text).at(offset)).toEqual({ line, column });
  expect(lineMap(text).offsetOf(line, column)).toBe(Math.min(Math.max(offset, 0), text.length));
});

test("agrees with splitting the text before the offset", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é") });
  fc.assert(
    fc.property(text, fc.nat(), (written, seed) => {
      const offset = written.length === 0 ? 0 : seed % (written.length + 1);
      const before = written.slice(0, offset).split("\n");
      fc.pre(!written.slice(0, offset).endsWith("\r"));
      expect(lineMap(written).at(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
    }),
  );
});
