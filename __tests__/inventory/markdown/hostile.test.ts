import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdownCard } from "../../../src/inventory/markdown/card.ts";
import { present } from "../../../src/inventory/presence.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";
import { claimsOf, readCard } from "./claims.ts";

const times = (text: string, count: number) => text.repeat(count);

/** Nearly as large as the parser takes, so that anything quadratic of ours would run out of the test's time. */
const LARGE: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "one paragraph of metrics without numbers",
    text: `## Results\n\n${times("accuracy and recall of the model ", 15_000)}`,
  },
  { name: "one paragraph of numbers", text: `## Results\n\n${times("0.91 recall ", 40_000)}` },
  { name: "one paragraph of claims", text: `## Results\n\n${times("The recall is 0.9 and the ", 14_000)}` },
  { name: "open parentheses", text: `## Results\n\n${times("( recall 0.9 ", 38_000)}` },
  { name: "strike-through marks", text: `## Results\n\n${times("~~ 0.9 ", 70_000)}` },
  { name: "dots and dashes", text: `## Results\n\n${times("1.2.3-", 80_000)}` },
  { name: "thousands of headings", text: times("## Metrics\n\n- Accuracy: 0.9\n\n", 1_200) },
  { name: "headings of every level", text: times("# A\n## Metrics\n### B\n#### C\n", 1_200) },
  {
    name: "a long table of groups",
    text: `## Metrics\n\n| Group | Recall |\n|---|---|\n${times("| a | 0.9 |\n", 4_900)}`,
  },
  {
    name: "a long table of models",
    text: `## Metrics\n\n| Model | Recall |\n|---|---|\n${times("| SVM | 0.9 |\n", 4_900)}`,
  },
  {
    name: "a wide table",
    text: `## Metrics\n\n${times("| Recall ", 4_000)}|\n${times("|---", 4_000)}|\n${times("| 0.9 ", 4_000)}|\n`,
  },
  { name: "a long list", text: `## Metrics\n\n${times("- Accuracy: 0.9 (n = 5)\n", 4_900)}` },
  {
    name: "a pasted report of many classes",
    text: `## Results\n\n\`\`\`\nprecision recall f1-score support\n${times("a 0.1 0.2 0.3 4\n", 4_900)}\`\`\`\n`,
  },
  {
    name: "many pasted reports",
    text: `## Results\n\n\`\`\`\n${times("precision recall f1-score\na 0.1 0.2 0.3\n", 4_900)}\`\`\`\n`,
  },
  { name: "matrix brackets", text: `## Confusion matrix\n\n\`\`\`\n${times("[[1 2] ", 1_900)}\n\`\`\`\n` },
];

/** More than the parser takes: refused, and said. */
const TOO_LARGE: readonly { readonly name: string; readonly text: string }[] = [
  { name: "4 MB of one paragraph", text: times("accuracy and recall of the model ", 120_000) },
  { name: "50,000 headings", text: times("## Metrics\n\n- Accuracy: 0.9\n", 50_000) },
  {
    name: "a table of 40,000 rows",
    text: `## Metrics\n\n| Group | Recall |\n|---|---|\n${times("| a | 0.9 |\n", 40_000)}`,
  },
];

describe("hostile cards", () => {
  test.each(LARGE)("$name", async ({ text }) => {
    const card = await readCard(text);
    expect(card.root).not.toBeNull();
    expect(claimsOf(card).length).toBeLessThanOrEqual(CAPS.claims);
  });

  test.each(TOO_LARGE)("$name is no card, and why", async ({ text }) => {
    const card = await readCard(text.slice(0, CAPS.documentBytes));
    expect(card).toMatchObject({ root: null, problems: [{ code: "too-deep" }] });
  });

  test("claims over the cap are cut, and it is said", async () => {
    const card = await readCard(`## Metrics\n\n${times("- Accuracy: 0.9\n", CAPS.claims + 1)}`);
    expect(claimsOf(card)).toHaveLength(CAPS.claims);
    expect(card.problems).toMatchObject([
      { code: "over-cap", about: "claims", at: { line: CAPS.claims + 3 } },
    ]);
  });

  test.each([60, 2_000, 100_000])("%i nested lists or quotations", async (depth) => {
    for (const nested of [times("- ", depth), times("> ", depth), times("*a ", depth), times("[", depth)]) {
      const card = await readCard(`## Metrics\n\n${nested}Accuracy: 0.9\n`);
      expect(card.root ?? card.problems[0]).toBeTruthy();
    }
  });

  test.each([
    ["over the cap", "x".repeat(CAPS.documentBytes + 1), "over-cap"],
    ["invalid UTF-8", new Uint8Array([35, 32, 65, 10, 0xff, 0xfe, 10]), "not-utf8"],
    ["binary", new Uint8Array([35, 0, 1, 2]), "binary"],
    ["empty", "", "empty"],
  ])("%s: no card, and why", async (_, text, code) => {
    const card = await readCard(text);
    expect(card).toMatchObject({ root: null, dialect: "markdown", problems: [{ code }] });
  });

  test("a missing file, a directory and a path out of the tree", async () => {
    for (const path of ["none.md", "docs", "../card.md"]) {
      const card = await readMarkdownCard(memoryTree({ "docs/card.md": "# A" }), path, CAPS);
      expect(card).toMatchObject({ root: null, problems: [{ code: "refused", about: "file" }] });
    }
  });

  test("front matter that is no YAML leaves the body readable", async () => {
    const card = await readCard("---\na: [\n---\n\n# Model card: Loans\n\n## Metrics\n\n- Accuracy: 0.9\n");
    expect(card.problems.length).toBeGreaterThan(0);
    expect(claimsOf(card)).toHaveLength(1);
    expect(present(card.root, "model.name")).toMatchObject({ value: "Loans" });
  });

  test("any text is read without an error", async () => {
    const words = fc.constantFrom(
      "#",
      "|",
      "---",
      "\n",
      "\n\n",
      "-",
      "recall",
      "F1",
      "0.9",
      "[[1 2]",
      "```",
      "**",
      "&amp;",
      "(",
      "<!--",
      "95% CI",
      "\u0000",
      "\ud800",
      "é",
      ":",
      "test",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (parts) => {
        const card = await readCard(parts.join(" "));
        expect(card.path).toBe("model_card.md");
      }),
      { numRuns: 300 },
    );
  });
});
