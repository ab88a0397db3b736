import { describe, expect, test } from "vitest";
import { lookup } from "../../../src/documents/lookup.ts";
import { plain } from "../../../src/documents/plain.ts";
import { readCard } from "./claims.ts";

const fields = async (text: string) => {
  const { root } = await readCard(text);
  return root ? JSON.parse(JSON.stringify(plain(root))) : null;
};

describe("what a Markdown card says beside its claims", () => {
  test("a card of sections and keys", async () => {
    const card = await fields(`# 🎧 Model Card: Harbour Delay

## 1. Model Details

- **Model version:** 2.1.0 (March)
- **License:** MIT (code), CC BY (data)
- **Task:** Binary classification of late arrivals
- Developed by: Pier Analytics <pier@example.com>
- Next review: 2027-01-31
- Risk tier: High
- Classes: late, on_time
- Positive class: late
- Decision threshold: 0.35

## 2. Intended Use

Planning of berths.

### Out-of-scope uses

- Billing
- Insurance

**Intended users**

Port planners.

## ⚠️ Limitations & Risks

1. Storms are rare in the data.
2. One port only.

## Ethical Considerations

Nobody is scored.

## Monitoring

- weekly recall
- input drift
`);
    expect(card).toEqual({
      model: {
        name: "Harbour Delay",
        version: "2.1.0",
        license: "MIT",
        task: "binary-classification",
        owners: [{ name: "Pier Analytics", contact: "pier@example.com", role: "developer" }],
      },
      validation: { next_review: "2027-01-31" },
      risk: { tier: "high" },
      prediction: { classes: ["late", "on_time"], positive_class: "late", threshold: 0.35 },
      use: {
        intended: "Planning of berths.",
        out_of_scope: ["Billing", "Insurance"],
        users: "Port planners.",
      },
      limitations: ["Storms are rare in the data.", "One port only."],
      ethical_considerations: ["Nobody is scored."],
      monitoring: { metrics: [{ name: "weekly recall" }, { name: "input drift" }] },
    });
  });

  test.each([
    ["# Model Card for Churn v2", "Churn v2"],
    ["# Churn — Model Card", "Churn"],
    ["# Model card: Loans (XGBoost)", "Loans (XGBoost)"],
    ["Harbour\n=======", "Harbour"],
    ['<h1 align="center">Harbour</h1>', "Harbour"],
    ["# Model Card", undefined],
    ['# Model card for "add model name here"', undefined],
    ["# Model card: [Model name]", undefined],
  ])("the name in %j", async (heading, name) => {
    expect((await fields(`${heading}\n\ntext\n`))?.model?.name).toBe(name);
  });

  test.each([
    ["- Task: multi-class classification", "multiclass-classification"],
    ["- Model type: Random forest regressor", "regression"],
    ["- Problem type: logistic regression", undefined],
    ["- Task: text classification", undefined],
    ["- Task: classification or regression", undefined],
    ["- Task: anomaly detection", "anomaly-detection"],
  ])("the task in %j", async (line, task) => {
    expect((await fields(`# Model card\n\n## Model details\n\n${line}\n- Version: 1\n`))?.model?.task).toBe(
      task,
    );
  });

  test.each([
    ["Alerts are raised at a decision threshold of 0.35.", 0.35],
    ["The threshold is fixed at 0.5.", 0.5],
    ["The default threshold of 0.5 was compared with alternatives.", undefined],
    ["A threshold of 0.3 or a threshold of 0.4. The threshold is 0.4.", undefined],
    ["The drift threshold is 0.1.", undefined],
    ["The threshold is between 0.3-0.4.", undefined],
  ])("the threshold in %j", async (line, threshold) => {
    expect((await fields(`# Model card\n\n${line}\n`))?.prediction?.threshold).toBe(threshold);
  });

  test("rows and sources of splits, when they are exact and agree", async () => {
    const card = await fields(`# Model card

## Training data

- Dataset: Harbour log 2019-2023
- 33,980 training records
- Validation: 4,000 rows
- about 900 test records

| Split | Rows |
|---|---|
| validation | 4,001 |
| test | 7,282 |
`);
    expect(card.data).toEqual([
      { split: "train", dataset: "Harbour log 2019-2023", rows: 33980 },
      { split: "test", rows: 7282 },
    ]);
  });

  test("details in a table, and the license of the data is not the model's", async () => {
    const card = await fields(
      "# Model card\n\n## Model details\n\n| Field | Value |\n|---|---|\n| Model name | Harbour |\n| Version | 3 |\n\n## Data\n\n- License: CC BY 4.0\n- Version: 7\n",
    );
    expect(card.model).toEqual({ name: "Harbour", version: "3" });
  });

  test("front matter is read, and wins", async () => {
    const text =
      "---\nlicense: apache-2.0\nbase_model: acme/base\ndatasets: [ships]\n---\n\n# Model card\n\n## License\n\nMIT\n";
    expect(await fields(text)).toEqual({
      model: { license: "apache-2.0", base_models: [{ name: "acme/base" }] },
      data: [{ dataset: "ships" }],
    });
  });

  test("a value stands at its first word", async () => {
    const { root } = await readCard("# Model card\n\n## Limitations\n\n- **One** port only.\n");
    expect(lookup(root, "limitations.0")).toMatchObject({
      raw: "One port only.",
      at: { line: 5, column: 5 },
    });
  });
});

describe("template text counts as absent", () => {
  const TEMPLATES: readonly string[] = [
    "## Intended Use\n\n[More Information Needed]\n\n## Limitations\n\nTBD\n",
    "## Intended Use\n\n_Describe the use that the model is made for._\n\n## Limitations\n\n- What does it get wrong?\n- Which groups are missing?\n",
    "## Intended Use\n\nDescribe what your model is designed to do and who it is for.\n\nPrompts:\n\n- What kind of output does it give?\n",
    "## Intended Use\n\n- Primary intended uses\n- Primary intended users\n- Out-of-scope use cases\n\n## Limitations\n",
    "## Intended Use\n\n<!-- Say what it is for. -->\n\n## Limitations\n\n<!-- more -->\n",
    "## Model details\n\n- **Version:** [Version of the model]\n- **Owner:** <your name>\n- **License:** TODO\n",
    "## Metrics\n\n- Precision:\n- Recall: [insert recall]\n",
    "## Limitations\n\nPlease include the known limitations of the model.\n\n## Contact\n\nYour text here\n",
    "## Limitations\n\n- \n-\n\n## Ethical considerations\n\n---\n",
    '## Intended Use\n\n{{ intended_use | default("[More Information Needed]", true) }}\n',
  ];

  test.each(TEMPLATES)("%j", async (template) => {
    expect(await fields(`# Model Card\n\n${template}`)).toEqual({});
  });

  test("a real answer beside the prompts is kept", async () => {
    const card = await fields(
      "# Model card\n\n## Intended Use\n\nDescribe the use that the model is made for.\n\nPlanning of berths.\n",
    );
    expect(card).toEqual({ use: { intended: "Planning of berths." } });
  });
});

describe("a heading of two fields", () => {
  const text = "Ranks berths, and knows no storms.";
  test.each([
    ["Intended uses & limitations", { use: { intended: text }, limitations: [text] }],
    ["Uses and limitations", { use: { intended: text }, limitations: [text] }],
    ["Limitations and bias", { limitations: [text], ethical_considerations: [text] }],
    ["Bias, Risks, and Limitations", { limitations: [text], ethical_considerations: [text] }],
    ["Ethical considerations and limitations", { limitations: [text], ethical_considerations: [text] }],
    ["Intended use and users", { use: { intended: text, users: text } }],
    ["License and limitations", { model: { license: text } }],
  ])("%s", async (heading, expected) => {
    expect(await fields(`## ${heading}\n\n${text}\n`)).toEqual(expected);
  });

  test("a heading below speaks for itself", async () => {
    const card = await fields(`## Intended uses & limitations\n\n${text}\n\n### Limitations\n\nOne port.\n`);
    expect(card).toEqual({ use: { intended: text }, limitations: [text, "One port."] });
  });
});
