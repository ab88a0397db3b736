import fc from "fast-check";
import { expect, it } from "vitest";
import { lineDiff } from "../../tools/docs/diff.ts";

const CASES: readonly [string, string, string][] = [
  ["a\nb\nc\n", "a\nx\nc\n", "  a\n- b\n+ x\n  c"],
  ["a\n", "a\nb\n", "  a\n+ b"],
  ["a\nb\n", "b\n", "- a\n  b"],
  ["a\nb\n", "b\na\n", "- a\n  b\n+ a"],
];

it.each(CASES)("%j to %j", (before, after, diff) => {
  expect(lineDiff(before, after)).toBe(diff);
});

it("holds both texts, each in its order", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before.join("\n"), after.join("\n")).split("\n");
      const without = (mark: string) => lines.filter((line) => line[0] !== mark).map((line) => line.slice(2));
      expect(without("+")).toEqual(before);
      expect(without("-")).toEqual(after);
    }),
  );
});
