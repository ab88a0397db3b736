import { describe, expect, test } from "vitest";
import schema from "../../../schemas/model-card.schema.json" with { type: "json" };
import { lookup } from "../../../src/documents/lookup.ts";
import { plain } from "../../../src/documents/plain.ts";
import { readHuggingFaceCard } from "../../../src/inventory/hugging-face/card.ts";
import { NATIVE_KEYS, SHARED_KEYS } from "../../../src/inventory/hugging-face/native-keys.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";
import { claimsOf, shown } from "../markdown/claims.ts";

const read = (files: Record<string, string | Uint8Array>, path = "README.md") =>
  readHuggingFaceCard(memoryTree(files), path, CAPS);
const page = (...lines: string[]) => `---\n${lines.join("\n")}\n---\n\n# Harbour\n\nText.\n`;

describe("which pages are model cards", () => {
  test.each([
    ["a model's index", page("model-index:", "- name: a", "  results: []"), true],
    ["a task", page("pipeline_tag: text-classification"), true],
    ["a library", page("library_name: transformers", "license: mit"), true],
    ["a base model", page("base_model: acme/base"), true],
    ["data sets, metrics and a license", page("license: mit", "datasets: [glue]", "metrics: [f1]"), true],
    ["a data set", page("task_categories: [text-classification]", "license: mit", "datasets: [a]"), false],
    [
      "a data set's configurations",
      page("configs:", "- config_name: a", "dataset_info: {}", "library_name: datasets"),
      false,
    ],
    ["a Space", page("title: A", "sdk: gradio", "app_file: app.py", "datasets: [a]", "license: mit"), false],
    ["a web page", page("title: A", "layout: post", "tags: [ml]"), false],
    ["only a license", page("license: mit"), false],
    ["a list", "---\n- a\n- b\n---\n", false],
    ["no front matter", "# Harbour\n\n## Metrics\n\n- Accuracy: 0.9\n", false],
    ["a rule at the top", "---\n\n# Harbour\n", false],
    ["broken front matter of some page", "---\ntitle: [a\n---\n", false],
  ])("%s", async (_, text, isCard) => {
    expect((await read({ "README.md": text })) !== null).toBe(isCard);
  });

  test.each([
    ["front matter that cannot be parsed", "---\nmodel-index: [a\n---\n\n# A\n"],
    [
      "invalid UTF-8",
      new Uint8Array([...Buffer.from("---\npipeline_tag: a\nname: "), 0xff, ...Buffer.from("\n---\n")]),
    ],
    ["over the cap", `---\npipeline_tag: a\n---\n${"x".repeat(CAPS.documentBytes)}`],
  ])("%s: a card with a problem", async (_, text) => {
    const card = await read({ "README.md": text });
    expect(card).toMatchObject({ root: null, dialect: "hugging-face" });
    expect(card?.problems).toHaveLength(1);
  });

  test("a missing file is no card", async () => {
    expect(await read({}, "README.md")).toBeNull();
  });
});

const FULL = `---
license: other
license_name: harbour-1.0
base_model: acme/base
datasets:
- harbour/log
pipeline_tag: tabular-regression
model-index:
- name: harbour-delay
  results:
  - task:
      type: tabular-regression
    dataset:
      name: Harbour log
      type: harbour/log
      split: dev
    metrics:
    - type: f1
      name: F1 Macro
      value: 87.1%
    - type: wer
      value: 20.0 ± 1.2
      verified: true
    - type: precision
      value: 0.90
      args:
        average: weighted
    - type: accuracy
      name: Test accuracy
      value: null
    - type: accuracy
      value: "[to be filled]"
    - type: recall
      value: high
    - name: Recall@5
      value: 0.5
---

# Model card: Harbour

## Intended uses

Planning.

## Results

- Accuracy on the test set: 0.91
`;

describe("a card with front matter", () => {
  test("becomes a native card", async () => {
    const card = await read({ "models/a/README.md": FULL }, "models/a/README.md");
    expect(card).toMatchObject({
      folder: "models/a",
      dialect: "hugging-face",
      sources: ["models/a/README.md"],
    });
    expect(JSON.parse(JSON.stringify(plain(card!.root!)))).toMatchObject({
      model: {
        name: "harbour-delay",
        license: "harbour-1.0",
        task: "regression",
        base_models: [{ name: "acme/base" }],
      },
      data: [{ dataset: "harbour/log" }],
      use: { intended: "Planning." },
    });
    expect(claimsOf(card!).map(shown)).toEqual([
      "f1 87.1% split=validation dataset=Harbour log average=macro",
      "wer 20.0 ± 1.2 split=validation dataset=Harbour log",
      "precision 0.90 split=validation dataset=Harbour log average=weighted",
      "Recall@5 0.5 split=validation dataset=Harbour log k=5",
      "Accuracy 0.91 split=test",
    ]);
    expect(card!.problems).toMatchObject([
      { code: "not-a-number", about: "model-index recall", at: { line: 34 } },
    ]);
  });

  test.each([
    ["\n", ""],
    ["\r\n", "\ufeff"],
  ])("places survive line ends %j and a mark %j", async (end, mark) => {
    const card = await read({ "README.md": mark + FULL.replaceAll("\n", end) });
    expect(lookup(card!.root, "metrics.0.value")).toMatchObject({
      raw: "87.1%",
      at: { line: 20, column: 14 },
    });
    expect(lookup(card!.root, "metrics.4.value")).toMatchObject({
      raw: "0.91",
      at: { line: 47, column: 29 },
    });
    expect(lookup(card!.root, "model.license")).toMatchObject({
      at: { path: "README.md", line: 3, column: 15 },
    });
  });

  test("results beside the card are claims too, in the order of their files", async () => {
    const card = await read({
      "README.md": page("pipeline_tag: text-generation"),
      ".eval_results/b.yaml":
        "- dataset: { id: b/bench, task_id: hard }\n  value: 0.5\n- dataset: { id: b/bench }\n  value: 41.2\n",
      ".eval_results/a.yml": "- dataset: { id: a/bench, task_id: easy }\n  value: 0.75\n  verifyToken: x\n",
      ".eval_results/c.yaml": "- dataset: {id: [\n",
      ".eval_results/deep/d.yaml": "- value: 1\n",
      "other/.eval_results/e.yaml": "- value: 1\n",
    });
    expect(claimsOf(card!).map(shown)).toEqual([
      "easy 0.75 dataset=a/bench",
      "hard 0.5 dataset=b/bench",
      "score 41.2 dataset=b/bench",
    ]);
    expect(card!.sources).toEqual([
      "README.md",
      ".eval_results/a.yml",
      ".eval_results/b.yaml",
      ".eval_results/c.yaml",
    ]);
    expect(card!.problems.map(({ at }) => at.path)).toContain(".eval_results/c.yaml");
    expect(lookup(card!.root, "metrics.0.value")).toMatchObject({
      at: { path: ".eval_results/a.yml", line: 2, column: 10 },
    });
  });

  test("an index of wrong shapes claims nothing", async () => {
    for (const index of [
      "a",
      "{}",
      "[a]",
      "[{results: a}]",
      "[{results: [{metrics: [a, {}, {type: f1}, {value: 1}]}]}]",
    ]) {
      const card = await read({ "README.md": page("pipeline_tag: x", `model-index: ${index}`) });
      expect(claimsOf(card!)).toEqual([]);
    }
  });
});

describe("keys of a native card in front matter", () => {
  test.each<[string, string[], string]>([
    [
      "keys that front matter never has",
      ["risk: { tier: low }", "limitations: none"],
      "`risk`, `limitations` are not read in README.md",
    ],
    ["a key that front matter has as text", ["model: { id: a }"], "`model` is not read in README.md"],
    ["claims", ["metrics: [{ name: f1, value: 0.9 }]"], "`metrics` is not read in README.md"],
  ])("%s", async (_, lines, says) => {
    const card = await read({ "README.md": page("pipeline_tag: text-classification", ...lines) });
    expect(card?.problems).toMatchObject([{ code: "not-read", says, at: { path: "README.md", line: 3 } }]);
    expect(card?.problems[0]?.fix).toContain("in model-card.yaml beside it, with `card: README.md`");
  });

  test("keys that only sound alike", async () => {
    const lines = ["pipeline_tag: text-classification", "metrics: [f1]", "model: acme/base", "data: [glue]"];
    expect((await read({ "README.md": page(...lines) }))?.problems).toEqual([]);
  });

  test("every key of the native card is told of in one way or the other", () => {
    const keys = Object.keys(schema.properties).filter((key) => key !== "$schema" && key !== "card");
    expect([...NATIVE_KEYS, ...SHARED_KEYS].sort()).toEqual(keys.sort());
  });
});
