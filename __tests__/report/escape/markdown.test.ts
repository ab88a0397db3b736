import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutCommands } from "../../../src/report/escape/commands.ts";
import {
  escapeMarkdown,
  escapeMarkdownCellCode,
  escapeMarkdownCode,
  escapeMarkdownProse,
} from "../../../src/report/escape/markdown.ts";
import { truncate } from "../../../src/report/escape/truncate.ts";
import { visible } from "../../../src/report/escape/visible.ts";
import { LINKED_BY_GITHUB, parse, typesOf, wordsOf } from "../../support/github-markdown.ts";
import { HOSTILE, hostileText } from "../../support/hostile.ts";

const TOKENS = [
  ..."`*_[]()<>!#@&|\\~$^:/.-+=1a \n\t",
  "www.",
  "http://",
  "&lt;",
  "&#64;",
  "```",
  "](x)",
  "<b>",
  "@me",
];
const hostile = hostileText([], TOKENS);

const PLACES: Readonly<Record<string, (text: string) => string>> = {
  paragraph: (text) => text,
  sentence: (text) => `**Fix:** ${text}\\\nand on`,
  "list item": (text) => `- ${text}\n- b`,
  heading: (text) => `### Hold: ${text}\n\nb`,
  "table cell": (text) => `| a | b |\n| --- | --- |\n| ${text} | c |`,
};
const OURS = new Set(["root", "paragraph", "text", "list", "listItem", "heading", "strong", "break"]);
const TABLE = new Set(["table", "tableRow", "tableCell"]);

function shown(text: string, limit = 1_000): string {
  return withoutCommands(visible(truncate(text, limit)));
}

describe.each(Object.entries(PLACES))("escapeMarkdown in a %s", (place, put) => {
  it("renders as the plain text it is", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parse(put(escapeMarkdown(text)));
        const bare = parse(put("§"));
        expect(wordsOf(tree)).toBe(
          wordsOf(bare)
            .replace("§", () => shown(text))
            .replaceAll(/\s+/g, " ")
            .trim(),
        );
        for (const type of typesOf(tree)) expect(OURS.has(type) || TABLE.has(type), type).toBe(true);
        if (place === "table cell")
          expect(tree.children[0]).toMatchObject({ children: [{}, { children: [{}, {}] }] });
        expect(tree.children).toHaveLength(shown(text) === "" ? tree.children.length : bare.children.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe.each([
  ["escapeMarkdown", escapeMarkdown],
  ["escapeMarkdownProse", escapeMarkdownProse],
])("%s", (_, write) => {
  it("leaves GitHub nothing to link, to mention or to draw", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parse(`- ${write(text)}`);
        expect(tree).toHaveNoLiveText();
        expect(write(text).replaceAll(/(`+)[^`].*?\1/g, "")).not.toContain("$");
        for (const type of typesOf(tree)) expect(OURS.has(type) || type === "inlineCode", type).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.entries(HOSTILE))("is inert on %s", (_, text) => {
    expect(parse(write(text))).toHaveNoLiveText();
  });
});

describe("escapeMarkdown", () => {
  it.each([
    ["@octocat", "@&#8203;octocat"],
    ["a@b.example", "a@&#8203;b.example"],
    ["#12", "\\#&#8203;12"],
    ["GH-12", "GH&#8203;-12"],
    ["https://a.example", "https:&#8203;//a.example"],
    ["www.a.example", "www&#8203;.a.example"],
    ["0123456789abcdef", "012345&#8203;6789ab&#8203;cdef"],
    ["a | b", "a \\| b"],
    ["recall 0.6402 (0.615 to 0.665)", "recall 0.6402 (0.615 to 0.665)"],
    ["1. one", "1\\. one"],
    ["- x", "\\- x"],
    ["cost $5", "cost &#36;5"],
  ])("writes %j as %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it("knows a live text when it sees one", () => {
    for (const text of ["@octocat", "#12", "https://a.example", "www.a.example", "a@b.example", ":shipit:"]) {
      expect(text).toMatch(LINKED_BY_GITHUB);
    }
  });
});

describe("code", () => {
  it("is one code span with the text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parse(`a ${escapeMarkdownCode(text)} b`);
        const types = typesOf(tree);
        expect(types).toEqual(
          shown(text) === ""
            ? ["root", "paragraph", "text"]
            : ["root", "paragraph", "text", "inlineCode", "text"],
        );
        expect(wordsOf(tree)).toBe(`a ${shown(text)} b`.replaceAll(/\s+/g, " "));
      }),
      { numRuns: 150 },
    );
  });

  it("keeps a table's cells apart", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parse(`| a | b |\n| --- | --- |\n| ${escapeMarkdownCellCode(text)} | c |`);
        expect(tree.children[0]).toMatchObject({
          children: [{}, { children: [{}, { children: [{ value: "c" }] }] }],
        });
        expect(wordsOf(tree)).toBe(`a b ${shown(text)} c`.replaceAll(/\s+/g, " "));
      }),
      { numRuns: 150 },
    );
  });

  it("in prose shows what stands between backticks", () => {
    expect(escapeMarkdownProse("Add `columns: { id: x_y }` to *data*.")).toBe(
      "Add `columns: { id: x_y }` to \\*data\\*.",
    );
  });
});
