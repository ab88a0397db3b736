import { describe, expect, test } from "vitest";
import { modelFrom } from "../../src/inventory/record.ts";
import { nativeCard } from "../support/cards.ts";

const FULL = `
model:
  id: credit-default
  name: Consumer credit default
  version: 3.10
  task: binary-classification
  lifecycle: staging
  owners: [{ name: Credit Risk ML, role: developer, contact: credit@example.com }]
  artifacts: [{ path: model.onnx, sha256: ${"a".repeat(64)} }]
risk:
  tier: high
  factors: { domain: credit, autonomy: human-in-the-loop, people_affected: 250000, sensitive_attributes: [sex, age],
             external_facing: true, generative: false, regulated: true, regions: [EU] }
requirements: [{ id: Q1, says: enough, metric: recall, at_least: 0.6, split: test, slice: { sex: female } }]
prediction: { positive_class: 1, classes: [0, 1], threshold: 0.35, score_direction: higher }
data:
  - { split: train, dataset: loans, path: train.csv, rows: 41000, columns: { id: loan_id, label: defaulted } }
metrics:
  - { name: roc_auc, value: 0.870, split: test, interval: [0.861, 0.881], confidence: 95% }
  - { name: recall, value: "64.0%", split: test, threshold: 0.35, slice: { sex: female, young: true }, class: 1, n: 900 }
evidence:
  - { id: p, kind: predictions, path: p.csv, split: test,
      columns: { id: loan_id, score: prob, scores: { a: p_a }, segments: [sex, unknown], label: NA } }
validation: { next_review: 2027-01-31 }
`;

test("a name without end is cut, and said to be", async () => {
  const model = modelFrom(await nativeCard(`model: { id: x, version: ${"v".repeat(2000)} }`));
  expect(model.version?.value).toBe(`${"v".repeat(1000)}… (2000 characters)`);
  expect(model.version?.raw).toHaveLength(2000);
});

describe("the full card", async () => {
  const card = await nativeCard(FULL);
  const model = modelFrom(card);

  test("has no problems", () => {
    expect(card.problems).toEqual([]);
  });

  test("is read", () => {
    expect(model).toMatchObject({
      id: { value: "credit-default", at: { line: 3, column: 7, path: "models/a/model-card.yaml" } },
      version: { value: "3.10" },
      task: { value: "binary-classification" },
      lifecycle: { value: "staging" },
      owners: [{ name: { value: "Credit Risk ML" }, role: { value: "developer" } }],
      artifacts: [{ path: { value: "model.onnx" } }],
      tier: { value: "high" },
      factors: {
        people_affected: { value: 250000 },
        generative: { value: false },
        tool_use: null,
        regions: { value: ["EU"] },
      },
      requirements: [
        { metric: { value: "recall" }, atLeast: { value: 0.6 }, atMost: null, slice: { sex: "female" } },
      ],
      prediction: {
        positiveClass: { value: "1" },
        classes: { value: ["0", "1"] },
        threshold: { value: 0.35 },
      },
      data: [
        { name: { value: "loans" }, rows: { value: 41000 }, columns: { label: { value: "defaulted" } } },
      ],
      nextReview: { value: "2027-01-31" },
    });
  });

  test("keeps the digits of its claims", () => {
    expect(model.claims).toMatchObject([
      {
        reported: 0.87,
        raw: "0.870",
        decimals: 3,
        percent: false,
        interval: { low: 0.861, high: 0.881 },
        confidence: 0.95,
      },
      {
        reported: 64,
        raw: "64.0%",
        decimals: 1,
        percent: true,
        slice: { sex: "female", young: "true" },
        class: "1",
        n: 900,
      },
    ]);
  });

  test("column names that look like placeholders are names", () => {
    const { columns } = model.evidence[0]!;
    expect(columns).toMatchObject({ label: { value: "NA" }, score: { value: "prob" }, weight: null });
    expect(columns.segments.map(({ value }) => value)).toEqual(["sex", "unknown"]);
    expect(columns.scores.get("a")?.value).toBe("p_a");
  });
});

test.each([
  ["model: {id: my-model}", "models/a/model-card.yaml", "my-model"],
  ["model: {id: TODO, name: Größe des Modells}", "models/a/model-card.yaml", "große-des-modells"],
  ["model: {}", "models/churn/model-card.yaml", "churn"],
  ["model: {}", "model-card.yaml", "model"],
  ["[broken", "models/churn/model-card.yaml", "churn"],
])("the id of %j in %s is %s", async (text, path, id) => {
  expect(modelFrom(await nativeCard(text, path)).id.value).toBe(id);
});

test("wrong types and placeholders are null, and stop nothing else", async () => {
  const model = modelFrom(
    await nativeCard(`
model: { id: a, name: TODO, task: guessing, owners: [x, { role: boss, name: [y] }], lifecycle: [staging] }
risk: high
data: { split: train }
metrics: [3, { name: recall }, { name: recall, value: TBD }, { value: 0.5 }, { name: auc, value: 0.5, slice: 3, interval: [1, x] }]
prediction: { threshold: many, classes: 3 }
`),
  );
  expect(model).toMatchObject({ name: null, task: null, lifecycle: null, tier: null, data: [] });
  expect(model.owners).toMatchObject([{ name: null, role: null }]);
  expect(model.claims).toMatchObject([{ metric: { value: "auc" }, slice: {}, interval: null }]);
  expect(model.prediction).toMatchObject({ threshold: null, classes: null });
});

test.each([
  ["0x1F", 31],
  ["0o17", 15],
  ["'20.0 ± 1.5'", 20],
])("a value of %s is %d", async (value, reported) => {
  const { claims } = modelFrom(await nativeCard(`model: {id: a}\nmetrics: [{name: rmse, value: ${value}}]`));
  expect(claims[0]?.reported).toBe(reported);
});
