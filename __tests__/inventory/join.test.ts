import { expect, test } from "vitest";
import { lookup } from "../../src/documents/lookup.ts";
import { plain } from "../../src/documents/plain.ts";
import type { Card } from "../../src/inventory/card.ts";
import { joinCards } from "../../src/inventory/join.ts";
import { readMarkdownCard } from "../../src/inventory/markdown/card.ts";
import { modelFrom } from "../../src/inventory/record.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { nativeCard } from "../support/cards.ts";
import { memoryTree } from "../support/memory-tree.ts";

async function joined(native: string, other: string): Promise<Card> {
  return joinCards(await nativeCard(native), await nativeCard(other, "models/a/README.md"));
}

const shown = (card: Card): unknown => JSON.parse(JSON.stringify(plain(card.root!)));

test.each([
  [
    "adds what only the other says",
    "model: {id: a}",
    "model: {id: a, name: N}\nuse: {intended: x}",
    { model: { id: "a", name: "N" }, use: { intended: "x" } },
  ],
  [
    "lets a placeholder be filled",
    "model: {id: a, name: TODO}",
    "model: {id: a, name: N}",
    { model: { id: "a", name: "N" } },
  ],
  [
    "keeps the native list",
    "model: {id: a}\nlimitations: [x]",
    "model: {id: a}\nlimitations: [y, z]",
    { model: { id: "a" }, limitations: ["x"] },
  ],
  [
    "fills an empty list",
    "model: {id: a}\nlimitations: []",
    "model: {id: a}\nlimitations: [y]",
    { model: { id: "a" }, limitations: ["y"] },
  ],
  [
    "compares numbers as numbers",
    "model: {id: a}\nprediction: {threshold: 0.50}",
    "model: {id: a}\nprediction: {threshold: 0.5}",
    { model: { id: "a" }, prediction: { threshold: 0.5 } },
  ],
  [
    "compares text without case",
    "model: {id: a, license: MIT}",
    "model: {id: a, license: ' mit '}",
    { model: { id: "a", license: "MIT" } },
  ],
  [
    "leaves prose alone",
    `model: {id: a}\nuse: {intended: ${"one ".repeat(9)}}`,
    `model: {id: a}\nuse: {intended: ${"two ".repeat(9)}}`,
    { model: { id: "a" }, use: { intended: "one ".repeat(9).trim() } },
  ],
])("%s", async (_, native, other, value) => {
  const card = await joined(native, other);
  expect(card.problems).toEqual([]);
  expect(shown(card)).toEqual(value);
});

test("names both files as sources and keeps the native path", async () => {
  expect(await joined("model: {id: a}", "model: {id: a}")).toMatchObject({
    path: "models/a/model-card.yaml",
    dialect: "native",
    sources: ["models/a/model-card.yaml", "models/a/README.md"],
  });
});

test("a disagreement is told at the native place and names the other", async () => {
  const card = await joined("model:\n  id: a\n  version: 2", "model: {id: a,\n\n version: 3}");
  expect(card.problems).toMatchObject([
    {
      code: "cards-disagree",
      about: "model.version",
      at: { path: "models/a/model-card.yaml", line: 3, column: 12 },
    },
  ]);
  expect(card.problems[0]?.says).toContain("`2` here and `3` in models/a/README.md, line 3");
  expect(lookup(card.root, "model.version")).toMatchObject({ raw: "2" });
});

test("claims about the same thing are one, with the native place", async () => {
  const card = await joined(
    'model: {id: a}\nmetrics: [{name: recall, value: "87.1%", split: test}, {name: f1, value: 0.5}]',
    "model: {id: a}\nmetrics: [{name: Recall, value: 0.871, split: test}, {name: f1, value: 0.6}, {name: recall, value: 0.2, split: train}]",
  );
  expect(lookup(card.root, "metrics")).toMatchObject({ items: { length: 3 } });
  expect(lookup(card.root, "metrics.0.value")).toMatchObject({
    raw: "87.1%",
    at: { path: "models/a/model-card.yaml" },
  });
  expect(lookup(card.root, "metrics.2.value")).toMatchObject({
    raw: "0.2",
    at: { path: "models/a/README.md" },
  });
  expect(card.problems).toMatchObject([{ code: "cards-disagree", about: "f1", at: { line: 2 } }]);
});

test("claims that stand for different slices are different", async () => {
  const card = await joined(
    "model: {id: a}\nmetrics: [{name: recall, value: 0.5, slice: {sex: f}}]",
    "model: {id: a}\nmetrics: [{name: recall, value: 0.6, slice: {sex: m}}, {name: recall, value: 0.7, threshold: 0.5}]",
  );
  expect(card.problems).toEqual([]);
  expect(lookup(card.root, "metrics")).toMatchObject({ items: { length: 3 } });
});

test("a native card that cannot be read leaves the other, with the problems of both", async () => {
  const card = await joined("model: [", "model: {id: b}");
  expect(card.problems).toMatchObject([{ code: "invalid-yaml" }]);
  expect(shown(card)).toEqual({ model: { id: "b" } });
});

test("a number of a sentence that is not understood is told of, unless the native card claims it", async () => {
  const text = "## Results\n\nMale pilots see a recall of 0.8 and an F1 of 61%.\n";
  const unread = async (native: string) => {
    const foreign = await readMarkdownCard(memoryTree({ "models/a/m.md": text }), "models/a/m.md", CAPS);
    const { claims } = modelFrom(joinCards(await nativeCard(native), foreign));
    return claims.filter((claim) => claim.unread).map(({ raw }) => raw);
  };
  expect(await unread("model: {id: a}")).toEqual(["0.8", "61%"]);
  expect(await unread("model: {id: a}\nmetrics: [{name: f1_macro, value: 0.61}]")).toEqual(["0.8"]);
});
