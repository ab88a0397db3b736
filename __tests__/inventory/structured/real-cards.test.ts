import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plain } from "../../../src/documents/plain.ts";
import { modelFrom } from "../../../src/inventory/record.ts";
import { readStructuredCard } from "../../../src/inventory/structured/card.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";

const CARDS = join(import.meta.dirname, "../../fixtures/cards");

/** A card that the tool itself wrote; `tools/fixtures` has the script. */
async function cardOf(path: string, edited = (text: string) => text) {
  const text = edited(readFileSync(join(CARDS, path), "utf8"));
  const card = await readStructuredCard(memoryTree({ "model_card.json": text }), "model_card.json", CAPS);
  if (!card?.root) throw new Error(`${path} is no card`);
  return { card, root: plain(card.root) as Record<string, unknown> };
}

const versions = (tool: string) => readdirSync(join(CARDS, tool)).map((version) => `${tool}/${version}`);
const ALL = readdirSync(CARDS).flatMap(versions);

test.each(ALL)("%s with a name alone is a card that says no more", async (folder) => {
  const { card, root } = await cardOf(`${folder}/incomplete.json`);
  expect(root).toMatchObject({ model: { name: expect.stringMatching(/^credit.default$/i) } });
  expect(card.problems).toEqual([]);
  expect(modelFrom(card).claims).toEqual([]);
});

test.each(ALL)("%s whose recall was edited claims what was written", async (folder) => {
  const { card } = await cardOf(`${folder}/complete.json`, (text) =>
    text.replace(/(0\.612|61\.2%|0\.64)(?=["\s,])/, (number) => (number === "61.2%" ? "99.9%" : "0.999")),
  );
  expect(modelFrom(card).claims.map(({ reported }) => reported)).toEqual(
    expect.arrayContaining([expect.closeTo(folder.startsWith("spdx") ? 99.9 : 0.999, 12)]),
  );
});

describe.each(versions("model-card-toolkit"))("%s", (folder) => {
  const isOld = folder.includes("/0.");
  const threshold = isOld ? { threshold: 0.35 } : {};
  const number = (value: number) => (isOld ? value : String(value));

  test("says what the model is", async () => {
    const { root } = await cardOf(`${folder}/complete.json`);
    expect(root).toMatchObject({
      model: {
        name: "Credit default",
        version: "2.1",
        license: "Apache-2.0",
        owners: [{ name: "Lending", contact: "lending@example.org" }],
      },
      data: [
        { dataset: "loans-2024", ...(isOld ? { split: "train" } : {}) },
        { dataset: "https://example.org/loans-2025", ...(isOld ? { split: "evaluation" } : {}) },
      ],
      use: { intended: "Review of loans; Reserves", users: "Loan officers" },
      limitations: ["No loans abroad", "Recall before precision"],
      ethical_considerations: [{ says: "Bias by sex", control: "Thresholds are reviewed" }],
    });
  });

  test("claims its metrics; a zero that the oldest leaves out is told of", async () => {
    const { card, root } = await cardOf(`${folder}/complete.json`);
    const zero = { name: "false positive rate", value: "0" };
    expect(root["metrics"]).toEqual([
      { name: "accuracy", value: number(0.871), ...threshold, ...(isOld ? { interval: [0.85, 0.89] } : {}) },
      { name: "recall", value: number(0.612), ...threshold, slice: { sex: "female", age: "<25" } },
      { name: "recall", value: number(0.7), ...threshold, split: "test" },
      { name: "recall", value: number(0.6), ...threshold, unread: true },
      ...(isOld ? [] : [zero]),
    ]);
    expect(card.problems.map(({ says }) => says)).toEqual(isOld ? ["false positive rate has no value"] : []);
  });
});

describe.each(versions("sagemaker"))("%s", (folder) => {
  test("says what the model is", async () => {
    const { root } = await cardOf(`${folder}/complete.json`);
    expect(root).toMatchObject({
      model: {
        name: "credit-default",
        version: 3,
        task: "binary-classification",
        owners: [{ name: "Lending" }, { name: "Credit Risk ML" }],
      },
      use: { intended: "Review of loans by an officer" },
      risk: { tier: "high", rationale: "Decides on credit" },
      limitations: ["Loans abroad were not seen", "Do not use for firms"],
      data: [
        { split: "train", dataset: "s3://example/loans/train" },
        { split: "evaluation", dataset: "s3://example/loans/holdout" },
        { split: "evaluation", dataset: "s3://example/loans/test" },
      ],
    });
  });

  test("claims the metrics of training and of each evaluation, and nothing of what stands beside them", async () => {
    const { card, root } = await cardOf(`${folder}/complete.json`);
    const dataset = "s3://example/loans/test";
    const facet = (name: string, value: number, sex: string) => ({ name, value, dataset, slice: { sex } });
    expect(root["metrics"]).toEqual([
      { name: "auc", value: 0.91, split: "train" },
      { name: "auc", value: 0.85, split: "validation" },
      { name: "accuracy", value: 0.8, split: "train" },
      { name: "accuracy", value: 0.775, dataset: "s3://example/loans/holdout" },
      { name: "recall", value: 0.64, dataset },
      { name: "precision", value: 0.865, dataset },
      { name: "accuracy", value: 0.77, dataset },
      { name: "f1", value: 0.736, dataset },
      { name: "auc", value: 0.84, dataset },
      facet("CI", 0.2, "0"),
      facet("DPL", 0.06, "0"),
      facet("CI", -0.2, "1"),
      facet("DPL", -0.06, "1"),
      facet("AD", 0.04, "0"),
      facet("DI", 0.91, "0"),
      facet("AD", -0.04, "1"),
      facet("DI", 1.1, "1"),
    ]);
    expect(card.problems).toEqual([]);
  });
});

test("SPDX says what the model is, and at which threshold a metric was taken", async () => {
  const { card, root } = await cardOf("spdx/3.0.1/complete.json");
  expect(root).toEqual({
    model: {
      name: "Credit default",
      version: "2.1",
      license: "Apache-2.0",
      owners: [{ name: "Lending" }, { name: "A bank" }],
    },
    use: { intended: "Review of loans" },
    limitations: "No loans abroad",
    risk: { tier: "high" },
    data: [
      { split: "train", dataset: "loans-2019-2023" },
      { split: "test", dataset: "loans-2024" },
    ],
    metrics: [
      { name: "accuracy", value: "0.871" },
      { name: "recall", value: "61.2%", threshold: "0.35" },
    ],
  });
  expect(card.problems.map(({ says }) => says)).toEqual([
    'the value of verdict is "good", which is not a number',
  ]);
});
