import type { Snippet } from "../claims.ts";

const rows = (...lines: string[]) => lines.map((line) => `| ${line} |`).join("\n");
const table = (heading: string, header: string, ...body: string[]) =>
  `${heading}\n\n${rows(header, header.replace(/[^|]+/g, "---"), ...body)}\n`;

export const TABLES: readonly Snippet[] = [
  {
    name: "a metric in each row",
    card: table(
      "## Metrics",
      "Metric | Value",
      "Accuracy | 0.934",
      "ROC-AUC | 0.971",
      "Recall (fraud) | 0.73",
    ),
    claims: ["Accuracy 0.934", "ROC-AUC 0.971", "Recall 0.73 class=fraud"],
  },
  {
    name: "splits in the columns",
    card: table("## Metrics", "Metric | Train | Test", "F1 | 0.95 | 0.88"),
    claims: ["F1 0.95 split=train", "F1 0.88 split=test"],
  },
  {
    name: "splits in the rows",
    card: table("## Metrics", "Split | Accuracy | F1", "validation | 0.91 | 0.90", "test | 0.89 | 0.87"),
    claims: [
      "Accuracy 0.91 split=validation",
      "F1 0.90 split=validation",
      "Accuracy 0.89 split=test",
      "F1 0.87 split=test",
    ],
  },
  {
    name: "one row, metrics in the columns",
    card: table("## Test set results", "Accuracy | Precision | Recall", "0.9 | 0.8 | 0.7"),
    claims: ["Accuracy 0.9 split=test", "Precision 0.8 split=test", "Recall 0.7 split=test"],
  },
  {
    name: "classes, averages and support",
    card: table(
      "## Classification report",
      "Class | Precision | Recall | Support",
      "ham | 0.98 | 0.96 | 501",
      "spam | 0.81 | 0.90 | 100",
      "Macro avg | 0.90 | 0.93 | 601",
    ),
    claims: [
      "Precision 0.98 class=ham n=501",
      "Recall 0.96 class=ham n=501",
      "support 501 class=ham",
      "Precision 0.81 class=spam n=100",
      "Recall 0.90 class=spam n=100",
      "support 100 class=spam",
      "Precision 0.90 average=macro n=601",
      "Recall 0.93 average=macro n=601",
    ],
  },
  {
    name: "groups of an attribute",
    card: table(
      "## Metrics by sex",
      "Group | Recall | n",
      "Overall | 0.70 | 900",
      "Female | 0.66 | 400",
      "Male | 0.73 | 500",
    ),
    claims: ["Recall 0.70 n=900", "Recall 0.66 slice=sex:Female n=400", "Recall 0.73 slice=sex:Male n=500"],
  },
  {
    name: "slices that name their attribute",
    card: table("## Slices", "Slice | AUC", "sex = female | 0.81", "age: 60+ | 0.77"),
    claims: ["AUC 0.81 slice=sex:female", "AUC 0.77 slice=age:60+"],
  },
  {
    name: "an attribute as the heading of the column",
    card: table("## Fairness", "Region | Recall", "North | 0.71", "South | 0.69"),
    claims: ["Recall 0.71 slice=Region:North", "Recall 0.69 slice=Region:South"],
  },
  {
    name: "thresholds in the rows",
    card: table("## Metrics", "Threshold | Precision | Recall", "0.3 | 0.55 | 0.91", "0.5 | 0.72 | 0.80"),
    claims: [
      "Precision 0.55 threshold=0.3",
      "Recall 0.91 threshold=0.3",
      "Precision 0.72 threshold=0.5",
      "Recall 0.80 threshold=0.5",
    ],
  },
  {
    name: "models, one of them ours",
    card: table(
      "# Model card: loans (XGBoost)\n\n## Results",
      "Model | AUC",
      "Logistic regression | 0.78",
      "XGBoost | 0.84",
      "Random forest | 0.82",
    ),
    claims: ["AUC 0.84"],
  },
  {
    name: "models, one of them deployed",
    card: table("## Results", "Configuration | Accuracy", "unigrams | 0.785", "bigrams (deployed) | 0.792"),
    claims: ["Accuracy 0.792"],
  },
  {
    name: "models by split",
    card: table(
      "## Results",
      "Model | Split | Accuracy",
      "single | test | 0.37",
      "fused (final) | validation | 0.71",
      "fused (final) | test | 0.65",
    ),
    claims: ["Accuracy 0.71 split=validation", "Accuracy 0.65 split=test"],
  },
  {
    name: "a column of the baseline and one of the model",
    card: table("## Results", "Metric | Baseline | This model | Change", "Recall | 0.61 | 0.70 | +0.09"),
    claims: ["Recall 0.70"],
  },
  {
    name: "targets beside values",
    card: table("## Metrics", "Metric | Target | Value", "Recall | ≥ 0.80 | 0.83", "Precision | 0.50 | 0.55"),
    claims: ["Recall 0.83", "Precision 0.55"],
  },
  {
    name: "an interval in its own column",
    card: table("## Metrics", "Metric | Value | 95% CI", "AUC | 0.98 | [0.96, 0.99]"),
    claims: ["AUC 0.98 interval=0.96..0.99"],
  },
  {
    name: "percent in the heading",
    card: table("## Metrics", "Split | Accuracy (%)", "test | 93"),
    claims: ["Accuracy 93 unit=percent split=test"],
  },
  {
    name: "split in the name of the column",
    card: table("## Metrics", "Test Macro-F1 | Dev Macro-F1", "0.764 | 0.771"),
    claims: ["F1 0.764 split=test average=macro", "F1 0.771 split=validation average=macro"],
  },
  {
    name: "bold cells and spreads",
    card: table("## Metrics", "Metric | Mean", "**F1 Macro** | **0.921** ± 0.007"),
    claims: ["F1 0.921 average=macro"],
  },
  {
    name: "a lone column of another language",
    card: table("## Evaluation", "Métrica | Valor", "ROC-AUC | 0.974"),
    claims: ["ROC-AUC 0.974"],
  },
  {
    name: "an outlying row of a baseline",
    card: table("## Metrics", "Metric | Value", "PR-AUC | 0.819", "Baseline (PR-AUC) | 0.002"),
    claims: ["PR-AUC 0.819"],
  },
];
