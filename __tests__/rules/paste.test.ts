import fc from "fast-check";
import { expect, it } from "vitest";
import { readFix, withLines } from "../../src/rules/paste.ts";

it("gives back what was put together", () => {
  const line = fc.string().filter((text) => !text.includes("\n"));
  fc.assert(
    fc.property(
      line.filter((text) => text !== ""),
      fc.constantFrom("yaml" as const, "json" as const, "markdown" as const),
      fc.array(line, { minLength: 1, maxLength: 100 }),
      (says, language, lines) => {
        expect(readFix(withLines(says, language, lines))).toEqual({ says, language, lines });
      },
    ),
  );
});

it.each([
  ["a sentence", "set `risk.tier: high`"],
  ["a sentence that ends in a colon", "add this:"],
  ["a text of two lines", "add:\nthat"],
  ["a fence of another language", "add:\n```bash\nrm\n```"],
  ["a fence that is not closed", "add:\n```yaml\na: 1"],
  ["something after the fence", "rename a:\n```yaml\nb\n``` to limitations"],
  ["more lines than a fix has", withLines("add", "yaml", Array<string>(101).fill("a: 1"))],
])("reads %s as a sentence alone", (_, fix) => {
  expect(readFix(fix)).toEqual({ says: fix, language: null, lines: [] });
});

it("reads a long hostile text at once", () => {
  const text = `a:\n\`\`\`yaml\n${"\n```".repeat(200_000)}x`;
  expect(readFix(text).lines).toEqual([]);
});
