import { describe, expect, test } from "vitest";
import { type MarkdownDocument, parseMarkdown } from "../../src/documents/markdown.ts";

function read(text: string): MarkdownDocument {
  const document = parseMarkdown(text, "README.md");
  if ("problem" in document) throw new Error(document.problem.says);
  return document;
}

describe("front matter", () => {
  test.each([
    ["---\na: 1\n---\n# T\n", "a: 1\n"],
    ["---\r\na: 1\r\n---\r\n# T\r\n", "a: 1\r\n"],
    ["---  \na: 1\n---", "a: 1\n"],
    ["---\n---\n", ""],
  ])("of %j", (text, yaml) => {
    expect(read(text).frontMatter).toMatchObject({ text: yaml, firstLine: 2 });
  });

  test.each(["# T\n", "\n---\na: 1\n---\n", "---\na: 1\n", "----\na: 1\n----\n", "---\na: 1\n --- \n"])(
    "%j has none",
    (text) => {
      expect(read(text).frontMatter).toBeNull();
    },
  );
});

describe("places", () => {
  test.each([
    ["# One\n\n## Two\n", 3],
    ["---\na: 1\nb: 2\n---\n\n# One\n\n## Two\n", 8],
    ["---\r\na: 1\r\n---\r\n# One\r\n\r\n## Two\r\n", 6],
  ])("of the last heading in %j is line %i", (text, line) => {
    const { root, place } = read(text);
    const heading = root.children.at(-1)!;
    expect(heading.type).toBe("heading");
    expect(place(heading)).toEqual({ path: "README.md", line, column: 1, pointer: "" });
    expect(heading.position?.start).toMatchObject({ line, offset: text.indexOf("## Two") });
    expect(place(text.indexOf("Two"))).toMatchObject({ line, column: 4 });
  });
});

test("tables are tables", () => {
  const { root } = read("| a | b |\n| - | - |\n| 1 | 2 |\n");
  expect(root.children[0]).toMatchObject({ type: "table", children: [{}, {}] });
});

describe("within the bounds", () => {
  test.each([
    ["a long table", `| a | b |\n| - | - |\n${"| **1** | [x](y) |\n".repeat(900)}`],
    ["many items", "- an *item* with `code`\n".repeat(1_000)],
    ["many paragraphs", "Some _text_ of a [link](target).\n\n".repeat(600)],
    ["nested lists", Array.from({ length: 10 }, (_, i) => `${"  ".repeat(i)}- item`).join("\n")],
    ["a long code block", `\`\`\`\n${"x = [y[0]]\n".repeat(400)}\`\`\`\n`],
    ["snake_case words", `${"some_long_name ".repeat(4_000)}\n`],
  ])("%s", (_, text) => {
    expect(read(text).root.children.length).toBeGreaterThan(0);
  });
});

describe("hostile text is refused, with its line", () => {
  test.each([
    ["10,000 quotes", `a\n${">".repeat(10_000)}`, 2],
    ["10,000 spaced quotes", "> ".repeat(10_000), 1],
    ["10,000 lists", "- ".repeat(10_000), 1],
    ["10,000 numbered lists", "1. ".repeat(10_000), 1],
    ["lists and quotes in turn", "> - ".repeat(5_000), 1],
    [
      "lists nested by indentation",
      Array.from({ length: 100 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
      41,
    ],
    ["many shallow nestings", "> - 1. a\n\n".repeat(5_000), null],
    ["brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, 1],
    ["emphasis", "*a_ ".repeat(50_000), 1],
    ["emphasis in many blocks", `${"*a_ ".repeat(1_500)}\n\n`.repeat(50), null],
    ["lazy lines", `> ${"a\n".repeat(9_000)}`, null],
    ["underlined headings", "a\n=\n".repeat(4_000), null],
    ["definitions", "[a]: /u\n".repeat(9_000), null],
    ["columns", `|${"a|".repeat(50_000)}\n|${"-|".repeat(50_000)}\n`, 1],
    ["a line of 1 MB", "a".repeat(1024 * 1024), 1],
    ["lines", "a\n\n".repeat(20_000), null],
  ])("%s", (_, text, line) => {
    const document = parseMarkdown(text, "README.md");
    expect(document).toMatchObject({ problem: { code: "too-deep", at: { path: "README.md" } } });
    if (line !== null) expect(document).toMatchObject({ problem: { at: { line } } });
  });
});
