import { expect, test } from "vitest";
import { discoverCards } from "../../src/inventory/discover.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import { memoryTree } from "../support/memory-tree.ts";

const NATIVE = "model: {id: a}";
const MARKDOWN = "# Model card\n\n## Intended Use\n\nScores loans.\n";
const HUGGING_FACE =
  "---\nlicense: mit\npipeline_tag: text-classification\nmodel-index:\n- name: m\n  results: []\n---\n# M\n";
const README = "# A project\n\nNothing about a model.\n";

async function paths(files: Record<string, string>, scope: string[] = [""]): Promise<string[]> {
  const { cards } = await discoverCards(memoryTree(files), scope, CAPS);
  return cards.map(({ path, dialect, folder }) => `${path} ${dialect} ${folder}`);
}

test.each([
  ["a/model-card.yaml", NATIVE, "native", "a"],
  ["a/model-card.yml", NATIVE, "native", "a"],
  ["model-card.json", '{"model": {"id": "a"}}', "native", ""],
  ["a/MODEL_CARD.md", MARKDOWN, "markdown", "a"],
  ["a/Model-Card.md", MARKDOWN, "markdown", "a"],
  ["a/modelcard.md", MARKDOWN, "markdown", "a"],
  ["a/docs/model_card.md", MARKDOWN, "markdown", "a"],
  ["docs/model_card.md", MARKDOWN, "markdown", ""],
  ["a/README.md", HUGGING_FACE, "hugging-face", "a"],
])("%s is a card", async (path, text, dialect, folder) => {
  expect(await paths({ [path]: text })).toEqual([`${path} ${dialect} ${folder}`]);
});

test.each([
  ["a/README.md", README],
  ["a/README.md", "---\ntitle: A page\nlayout: post\n---\n# Page\n"],
  ["a/card.yaml", NATIVE],
  ["a/model-card.yaml.bak", NATIVE],
  ["a/notes.md", MARKDOWN],
  ["a/README.md", ""],
])("%s with %j is no card", async (path, text) => {
  expect(await paths({ [path]: text })).toEqual([]);
});

test("cards come in the order of their paths, whatever the order of reading", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`m${39 - i}/model-card.yaml`, NATIVE]),
  );
  const found = (await discoverCards(memoryTree(files), [""], CAPS)).cards.map(({ path }) => path);
  expect(found).toEqual(Object.keys(files).sort());
});

const REPOSITORY = {
  "a/model-card.yaml": "card: README.md\nmodel: {id: a}",
  "a/README.md": HUGGING_FACE,
  "b/model-card.yaml": NATIVE,
  "ab/model-card.yaml": NATIVE,
  "c/odd-name.yaml": NATIVE,
  "c/notes.md": MARKDOWN,
};

test.each([
  [["a"], ["a/model-card.yaml"]],
  [["./a/"], ["a/model-card.yaml"]],
  [["."], ["a/model-card.yaml", "ab/model-card.yaml", "b/model-card.yaml"]],
  [["b/model-card.yaml"], ["b/model-card.yaml"]],
  [["a/README.md"], ["a/model-card.yaml"]],
  [
    ["a", "b"],
    ["a/model-card.yaml", "b/model-card.yaml"],
  ],
  [["c/odd-name.yaml"], ["c/odd-name.yaml"]],
  [["c/notes.md"], ["c/notes.md"]],
  [["none"], []],
  [["none.yaml"], []],
  [["../model-card.yaml"], []],
])("in the scope of %j are %j", async (scope, expected) => {
  const { cards } = await discoverCards(memoryTree(REPOSITORY), scope, CAPS);
  expect(cards.map(({ path }) => path)).toEqual(expected);
});

test("a card that a native one names is part of it and no model of its own", async () => {
  const { cards } = await discoverCards(memoryTree(REPOSITORY), ["a"], CAPS);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ sources: ["a/model-card.yaml", "a/README.md"], problems: [] });
  expect(cards[0]?.root?.entries.get("model")).toBeDefined();
});

test("a card in docs/ is joined by its path", async () => {
  const files = {
    "a/model-card.yaml": "card: docs/model_card.md\nmodel: {id: a}",
    "a/docs/model_card.md": MARKDOWN,
  };
  const { cards } = await discoverCards(memoryTree(files), [""], CAPS);
  expect(cards).toMatchObject([{ sources: ["a/model-card.yaml", "a/docs/model_card.md"], problems: [] }]);
});

test.each([
  ["a/README.md", HUGGING_FACE, "card: README.md"],
  ["a/docs/model_card.md", MARKDOWN, "card: docs/model_card.md"],
])("%s beside a native card that does not name it is told of", async (path, text, line) => {
  const { cards } = await discoverCards(
    memoryTree({ "a/model-card.yaml": NATIVE, [path]: text }),
    [""],
    CAPS,
  );
  expect(cards).toHaveLength(1);
  expect(cards[0]?.problems).toMatchObject([
    { code: "unjoined-card", about: path, at: { path: "a/model-card.yaml" } },
  ]);
  expect(cards[0]?.problems[0]?.fix).toContain(line);
});

test("an ordinary README beside a native card is nothing", async () => {
  const { cards } = await discoverCards(
    memoryTree({ "a/model-card.yaml": NATIVE, "a/README.md": README }),
    [""],
    CAPS,
  );
  expect(cards).toMatchObject([{ problems: [] }]);
});

test.each([
  ["README.md", "refused"],
  ["../../README.md", "refused"],
  ["other.yaml", "wrong-value"],
])("a native card that names %s, which cannot complete it, is told", async (named, code) => {
  const { cards } = await discoverCards(
    memoryTree({ "a/model-card.yaml": `model: {id: a}\ncard: ${named}` }),
    [""],
    CAPS,
  );
  expect(cards[0]?.problems).toMatchObject([{ code, about: "card", at: { line: 2, column: 7 } }]);
});

test("one broken card stops no other", async () => {
  const { cards } = await discoverCards(
    memoryTree({ "a/model-card.yaml": "[", "b/model-card.yaml": NATIVE }),
    [""],
    CAPS,
  );
  expect(cards.map(({ problems }) => problems.length)).toEqual([1, 0]);
});

test("what was not searched or not read is told", async () => {
  const files = { "a/model-card.yaml": NATIVE, "b/model-card.yaml": NATIVE };
  const tree: Tree = {
    ...memoryTree(files),
    list: async () => ({ paths: Object.keys(files), complete: false }),
  };
  const { cards, notices } = await discoverCards(tree, [""], { ...CAPS, models: 1 });
  expect(cards.map(({ path }) => path)).toEqual(["a/model-card.yaml"]);
  expect(notices.map(({ code }) => code)).toEqual(["list-cut", "too-many-models"]);
});

test.each([
  ["card: README.md", []],
  ["card: README.md\nmodel: {version: 1}", []],
  ["model: {name: A}", ["missing-key", "unjoined-card"]],
])("a native card that completes another needs no id: %s", async (native, codes) => {
  const files = { "a/model-card.yaml": native, "a/README.md": HUGGING_FACE };
  const { cards } = await discoverCards(memoryTree(files), [""], CAPS);
  expect(cards[0]?.problems.map(({ code }) => code)).toEqual(codes);
});
