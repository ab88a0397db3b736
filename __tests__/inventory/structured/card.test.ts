import { describe, expect, test } from "vitest";
import { plain } from "../../../src/documents/plain.ts";
import type { Card } from "../../../src/inventory/card.ts";
import { discoverCards } from "../../../src/inventory/discover.ts";
import { modelFrom } from "../../../src/inventory/record.ts";
import { readStructuredCard } from "../../../src/inventory/structured/card.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";

const read = (content: unknown, path = "model_card.json") =>
  readStructuredCard(
    memoryTree({ [path]: typeof content === "string" ? content : JSON.stringify(content) }),
    path,
    CAPS,
  );

async function rootOf(content: unknown) {
  const card = await read(content);
  return card?.root ? plain(card.root) : null;
}

const GOOGLE_2 = {
  schema_version: "0.0.2",
  model_details: {
    name: "Credit default",
    version: { name: "2.1", date: "2026-05-04" },
    owners: [{ name: "Lending", contact: "lending@example.org" }],
    licenses: [{ identifier: "Apache-2.0" }],
  },
  model_parameters: { data: [{ name: "loans-2025" }] },
  quantitative_analysis: {
    performance_metrics: [
      {
        type: "accuracy",
        value: "0.871",
        slice: "Overall",
        confidence_interval: { lower_bound: "0.85", upper_bound: "0.89" },
      },
      { type: "recall", value: "61.2%", slice: "sex=female, age:<25" },
      { type: "recall", value: "0.7", slice: "test" },
      { type: "recall", value: "0.6", slice: "sex_Female" },
      { type: "auc", value: "about 0.9" },
    ],
  },
  considerations: {
    users: [{ description: "Loan officers" }],
    use_cases: [{ description: "Review of loans" }, { description: "Reserves" }],
    limitations: [{ description: "No loans abroad" }],
    tradeoffs: [{ description: "Recall before precision" }],
    ethical_considerations: [{ name: "Bias by sex", mitigation_strategy: "Thresholds are reviewed" }],
  },
};

const CLAIMS = [
  { name: "accuracy", value: "0.871", interval: ["0.85", "0.89"] },
  { name: "recall", value: "61.2%", slice: { sex: "female", age: "<25" } },
  { name: "recall", value: "0.7", split: "test" },
  { name: "recall", value: "0.6", unread: true },
];

const SAID = {
  use: { intended: "Review of loans; Reserves", users: "Loan officers" },
  limitations: ["No loans abroad", "Recall before precision"],
  ethical_considerations: [{ says: "Bias by sex", control: "Thresholds are reviewed" }],
};

describe("a card of Google's Model Card Toolkit", () => {
  test("0.0.2", async () => {
    expect(await rootOf(GOOGLE_2)).toEqual({
      model: {
        name: "Credit default",
        version: "2.1",
        license: "Apache-2.0",
        owners: [{ name: "Lending", contact: "lending@example.org" }],
      },
      data: [{ dataset: "loans-2025" }],
      ...SAID,
      metrics: CLAIMS,
    });
    const card = await read(GOOGLE_2);
    expect(card?.problems).toMatchObject([
      { code: "not-a-number", says: expect.stringContaining("about 0.9") },
    ]);
  });

  test("0.0.1", async () => {
    const card = {
      model_details: { name: "Credit default", license: "MIT" },
      model_parameters: {
        data: { train: { name: "loans-2024" }, eval: { link: "https://example.org/loans" } },
      },
      quantitative_analysis: { performance_metrics: [{ type: "precision", value: 0.5, threshold: 0.35 }] },
      considerations: { users: ["Loan officers"], limitations: ["No loans abroad"] },
    };
    expect(await rootOf(card)).toEqual({
      model: { name: "Credit default", license: "MIT" },
      data: [
        { split: "train", dataset: "loans-2024" },
        { split: "evaluation", dataset: "https://example.org/loans" },
      ],
      use: { users: "Loan officers" },
      limitations: ["No loans abroad"],
      metrics: [{ name: "precision", value: 0.5, threshold: 0.35 }],
    });
  });
});

const BOM = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  components: [
    { type: "data", "bom-ref": "loans", name: "loans-2025" },
    {
      type: "machine-learning-model",
      name: "Credit default",
      version: "2.1",
      licenses: [{ license: { id: "Apache-2.0" } }],
      authors: [{ name: "Lending", email: "lending@example.org" }],
      modelCard: {
        modelParameters: { task: "tabular-regression", datasets: [{ ref: "loans" }, { name: "census" }] },
        quantitativeAnalysis: {
          performanceMetrics: [
            {
              type: "accuracy",
              value: "0.871",
              slice: "Overall",
              confidenceInterval: { lowerBound: "0.85", upperBound: "0.89" },
            },
            { type: "recall", value: "61.2%", slice: "sex=female, age:<25" },
            { type: "recall", value: "0.7", slice: "test" },
            { type: "recall", value: "0.6", slice: "sex_Female" },
          ],
        },
        considerations: {
          users: ["Loan officers"],
          useCases: ["Review of loans", "Reserves"],
          technicalLimitations: ["No loans abroad"],
          performanceTradeoffs: ["Recall before precision"],
          ethicalConsiderations: [{ name: "Bias by sex", mitigationStrategy: "Thresholds are reviewed" }],
          fairnessAssessments: [{ groupAtRisk: "women", harms: "Refused more often" }],
        },
      },
    },
  ],
};

test("a model's card in a bill of materials of CycloneDX", async () => {
  expect(await rootOf(BOM)).toEqual({
    model: {
      name: "Credit default",
      version: "2.1",
      task: "regression",
      license: "Apache-2.0",
      owners: [{ name: "Lending", contact: "lending@example.org" }],
    },
    data: [{ dataset: "loans-2025" }, { dataset: "census" }],
    ...SAID,
    ethical_considerations: [...SAID.ethical_considerations, { says: "Refused more often" }],
    metrics: CLAIMS,
  });
});

test("a model card of SageMaker", async () => {
  const number = (name: string, value: unknown) => ({ name, type: "number", value });
  const card = {
    model_overview: {
      model_name: "Credit default",
      model_version: 3,
      model_owner: "Lending",
      problem_type: "Binary Classification",
    },
    intended_uses: {
      intended_uses: "Review of loans",
      risk_rating: "High",
      explanations_for_risk_rating: "Credit",
      factors_affecting_model_efficiency: "No loans abroad",
    },
    training_details: { training_job_details: { training_datasets: ["s3://loans/train"] } },
    evaluation_details: [
      {
        name: "holdout",
        datasets: ["s3://loans/test"],
        metric_groups: [
          {
            name: "binary",
            metric_data: [number("accuracy", 0.871), { name: "matrix", type: "matrix", value: [[1]] }],
          },
        ],
      },
    ],
    additional_information: { ethical_considerations: "Bias by sex" },
  };
  expect(await rootOf(card)).toEqual({
    model: {
      name: "Credit default",
      version: 3,
      task: "binary-classification",
      owners: [{ name: "Lending" }],
    },
    use: { intended: "Review of loans" },
    risk: { tier: "high", rationale: "Credit" },
    limitations: ["No loans abroad"],
    ethical_considerations: "Bias by sex",
    data: [
      { split: "train", dataset: "s3://loans/train" },
      { split: "evaluation", dataset: "s3://loans/test" },
    ],
    metrics: [{ name: "accuracy", value: 0.871, dataset: "s3://loans/test" }],
  });
});

test("a model in SPDX's AI profile", async () => {
  const relation = (relationshipType: string, to: string) => ({
    type: "Relationship",
    from: "m",
    relationshipType,
    to: [to],
  });
  const graph = [
    { type: "Organization", spdxId: "o", name: "Lending" },
    { type: "dataset_DatasetPackage", spdxId: "d", name: "loans-2025" },
    { type: "simplelicensing_LicenseExpression", spdxId: "l", simplelicensing_licenseExpression: "MIT" },
    {
      type: "ai_AIPackage",
      spdxId: "m",
      name: "Credit default",
      software_packageVersion: "2.1",
      suppliedBy: "o",
      ai_informationAboutApplication: "Review of loans",
      ai_limitation: "No loans abroad",
      ai_safetyRiskAssessment: "serious",
      ai_metric: [{ type: "DictionaryEntry", key: "accuracy", value: "0.871" }],
    },
    relation("trainedOn", "d"),
    relation("hasDeclaredLicense", "l"),
    { ...relation("testedOn", "d"), from: "other" },
  ];
  expect(
    await rootOf({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": graph }),
  ).toEqual({
    model: { name: "Credit default", version: "2.1", owners: [{ name: "Lending" }], license: "MIT" },
    use: { intended: "Review of loans" },
    limitations: "No loans abroad",
    risk: { tier: "critical" },
    data: [{ split: "train", dataset: "loans-2025" }],
    metrics: [{ name: "accuracy", value: "0.871" }],
  });
});

const isCard = (card: Card | null) => card !== null;

describe("which JSON is a card", () => {
  test.each([
    ["a bill of materials without a model", { ...BOM, components: [{ name: "left-pad" }] }, false],
    ["a card of one's own", { name: "credit", metrics: { accuracy: 0.9 } }, false],
    ["details alone", { model_details: { name: "credit" } }, false],
    ["SPDX without a model", { "@graph": [{ type: "software_Package" }] }, false],
    ["a list", [1], false],
    ["broken JSON of something", '{"name": ', false],
    ["a card that is broken off", '{"model_details": {"name": ', true],
    ["a card over the cap", `{"model_details": "${"x".repeat(CAPS.documentBytes)}"}`, true],
  ])("%s", async (_, content, expected) => {
    const card = await read(content);
    expect(isCard(card)).toBe(expected);
    if (card) expect(card).toMatchObject({ root: null, problems: [{}] });
  });

  test.each([
    [
      {
        model_details: { name: 4, owners: [1, null, {}], version: [] },
        considerations: { users: {}, limitations: [[]] },
      },
    ],
    [
      {
        model_details: { name: "a" },
        quantitative_analysis: { performance_metrics: [null, 4, { type: {}, value: [] }] },
        considerations: {},
      },
    ],
    [{ model_overview: {}, evaluation_details: [{ metric_groups: [{ metric_data: [null] }] }] }],
    [{ "@graph": [null, { type: "ai_AIPackage", ai_metric: {}, suppliedBy: [{}] }, { from: null }] }],
    [
      {
        bomFormat: "CycloneDX",
        components: [{ modelCard: { modelParameters: { datasets: [4, { ref: "__proto__" }] } } }],
      },
    ],
  ])("hostile %#", async (content) => {
    const card = await read(content);
    expect(card && modelFrom(card).id.value).toBeTruthy();
  });
});

describe("discovery", () => {
  const json = (value: unknown) => JSON.stringify(value);
  const found = async (files: Record<string, string>) =>
    (await discoverCards(memoryTree(files), [""], CAPS)).cards;

  test("finds a card and a bill of materials", async () => {
    const cards = await found({
      "a/model_card.json": json(GOOGLE_2),
      "b/model.cdx.json": json(BOM),
      "c/bom.json": "{}",
    });
    expect(cards.map(({ path, dialect }) => [path, dialect])).toEqual([
      ["a/model_card.json", "google"],
      ["b/model.cdx.json", "cyclonedx"],
    ]);
  });

  test("a bill of materials beside a card is no second model", async () => {
    const cards = await found({ "a/model-card.yaml": "model: {id: a}", "a/bom.json": json(BOM) });
    expect(cards).toMatchObject([{ path: "a/model-card.yaml", sources: ["a/model-card.yaml"] }]);
    expect(cards[0]?.problems.map(({ code }) => code)).not.toContain("unjoined-card");
  });

  test("a native card completes one, and its numbers count", async () => {
    const native = "card: model_card.json\nmetrics: [{ name: accuracy, value: 0.9 }]\nrisk: { tier: low }";
    const [card] = await found({ "a/model-card.yaml": native, "a/model_card.json": json(GOOGLE_2) });
    expect(card).toMatchObject({ dialect: "native", sources: ["a/model-card.yaml", "a/model_card.json"] });
    const model = modelFrom(card!);
    expect(model).toMatchObject({
      id: { value: "credit-default" },
      tier: { value: "low" },
      version: { value: "2.1" },
    });
    expect(model.claims.map(({ metric, reported }) => [metric.value, reported])).toContainEqual([
      "accuracy",
      0.9,
    ]);
    expect(card?.problems.map(({ code }) => code)).toContain("cards-disagree");
  });

  test("beside a native card that does not name it, it is told of", async () => {
    const [card] = await found({
      "a/model-card.yaml": "model: {id: a}",
      "a/model_card.json": json(GOOGLE_2),
    });
    expect(card?.problems).toMatchObject([
      { code: "unjoined-card", fix: expect.stringContaining("card: model_card.json") },
    ]);
  });

  test("JSON that is no card cannot be completed", async () => {
    const [card] = await found({ "a/model-card.yaml": "model: {id: a}\ncard: x.json", "a/x.json": "{}" });
    expect(card?.problems).toMatchObject([
      { code: "wrong-value", says: expect.stringContaining("no card of a dialect") },
    ]);
  });

  test("a card under our own name is read as what it is", async () => {
    const [card] = await found({ "a/model-card.json": json(GOOGLE_2) });
    expect(card).toMatchObject({ dialect: "google" });
  });
});
