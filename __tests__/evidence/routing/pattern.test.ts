import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesWhole } from "../../../src/evidence/routing/pattern.ts";

const LETTERS = fc.constantFrom("a", "b", "c");
const PATTERN = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    LETTERS,
    fc.constantFrom(".", "[ab]", "[^a]", "[a-c]", "\\w", "\\."),
    fc.tuple(tie("node"), tie("node")).map(([one, two]) => `${one}${two}`),
    fc.tuple(tie("node"), tie("node")).map(([one, two]) => `(?:${one}|${two})`),
    fc.tuple(tie("node"), fc.constantFrom("*", "+", "?", "*?")).map(([one, sign]) => `(${one})${sign}`),
  ),
})).node;
const TEXT = fc
  .array(fc.constantFrom("a", "b", "c", ".", "x"), { maxLength: 6 })
  .map((letters) => letters.join(""));

describe("a whole text", () => {
  test("matches as it does by the language's own expressions", () => {
    fc.assert(
      fc.property(PATTERN, TEXT, (pattern, text) => {
        expect(matchesWhole(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`, "u").test(text));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test.each([
    ["(a*)*b", "a".repeat(900), false],
    ["(a|a)*(a|a)*(a|a)*b", "a".repeat(900), false],
    [`${"a?".repeat(300)}${"a".repeat(300)}`, "a".repeat(300), true],
    ["(.*,)*x", ",".repeat(900), false],
  ])("%s takes no longer for being hostile", (pattern, text, matches) => {
    expect(matchesWhole(pattern, text)).toBe(matches);
  });

  test.each([
    "a{2}",
    "(?i)a",
    "a**",
    "(a",
    "a)",
    "[a",
    "a\\",
    "\\bx",
    "\\pL",
    "[[:alpha:]]",
    "(^a)",
    "a$b",
    "*a",
    "[z-a]",
  ])("%s is not read", (pattern) => {
    expect(matchesWhole(pattern, "a")).toBeNull();
  });

  test("neither is what is too long", () => {
    expect(matchesWhole("a".repeat(1001), "a")).toBeNull();
    expect(matchesWhole("a*", "a".repeat(1001))).toBeNull();
    expect(matchesWhole("(".repeat(21) + ")".repeat(21), "")).toBeNull();
  });
});
