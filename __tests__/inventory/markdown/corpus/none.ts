import type { Snippet } from "../claims.ts";

const none = (name: string, card: string, ...unread: string[]): Snippet => ({
  name,
  card,
  claims: [],
  unread,
});
const table = (heading: string, header: string, ...body: string[]) =>
  `${heading}\n\n${[header, header.replace(/[^|]+/g, "---"), ...body].map((line) => `| ${line} |`).join("\n")}\n`;

/** What looks like a claim and is none. */
export const NONE: readonly Snippet[] = [
  none("hyper-parameters", "## Metrics\n- Learning rate: 0.01\n- Dropout: 0.5\n- Batch size: 32\n"),
  none("a requirement in a sentence", "## Metrics\nRecall must reach at least 0.8 before release.\n"),
  none(
    "a goal in a list",
    "## Metrics\n- Accuracy: 0.9 (target)\n- Recall: ≥ 0.8\n- Precision: 0.75 or higher\n",
  ),
  none("a section of targets", "## Target metrics\n- Accuracy: 0.95\n- Recall: 0.9\n"),
  none("a section of the baseline", "## Results\n### Baseline\n- Accuracy: 0.81\n"),
  none("a rival's number", "## Results\nLogistic regression reached an AUC of 0.78.\n"),
  none("a paper's number", "## Results\nThe original paper reports an accuracy of 0.97.\n"),
  none("an earlier version", "## Results\nThe previous version had a recall of 0.61.\n"),
  none("a version and a date", "## Metrics\n- Version: 1.2\n- Date: 2024-03-01\n- Precision: fp16\n"),
  none("shares of a split", "## Data\n80% train, 10% validation, 10% test.\n- Train: 80%\n- Test: 20%\n"),
  none("a range", "## Results\nTypical AUC is 0.87-0.89 with a sensitivity of 0.75 to 0.80.\n"),
  none(
    "a group that is not recognised",
    "## Results\nFor applicants under 25 the recall is 0.52.\n- Recall for women: 0.6\n",
    "recall 0.52",
    "Recall 0.6",
  ),
  none("a group before a known metric", "## Results\nMale applicants see a recall of 0.8.\n", "recall 0.8"),
  none("bounds", "## Results\nAccuracy is over 90%. Recall > 0.8. Precision is at least 0.7.\n"),
  none("a change", "## Results\n- F1: +0.02\n- Recall improved by 0.05 points.\n"),
  none(
    "definitions",
    "## Metrics\n- Accuracy: the share of correct predictions\n- Recall: 1 means all are found\n",
  ),
  none("blank answers", "## Metrics\n- Precision:\n- Recall: TBD\n- F1: [insert]\n"),
  none("hidden in a comment", "## Metrics\n\n<!-- - Accuracy: 0.99 -->\n\n<!--\n\n- Recall: 0.99\n\n-->\n"),
  none("in a script", "## Metrics\n\n<script>\nAccuracy: 0.99\n</script>\n"),
  none("struck out", "## Metrics\n\n- Accuracy: ~~0.99~~\n- ~~Recall: 0.98~~\n"),
  none("in a program", "## Metrics\n\n```python\naccuracy = 0.99\n```\n"),
  none(
    "training log",
    table("## Training results", "Epoch | Validation loss | Accuracy", "1 | 0.51 | 0.80", "2 | 0.43 | 0.84"),
  ),
  none(
    "models of which none is ours",
    table("## Results", "Model | F1", "SVM | 0.76", "BERT + head | 0.77", "Word vectors | 0.63"),
  ),
  none("columns of several rivals", table("## Results", "Metric | SVM | BERT", "F1 | 0.76 | 0.77")),
  none(
    "rows taken back by a remark",
    table(
      "## Performance",
      "Metric | Value | Status",
      "Accuracy | 94% | Unverified target",
      "Recall | 0.9 | Placeholder",
    ),
  ),
  none(
    "a table of requirements",
    table("## Metrics", "Metric | Target", "Recall | 0.85", "Precision | 0.80"),
  ),
  none("limitations", "## Limitations\n- Weak classes: walking (F1 0.36)\n- Accuracy: 0.5 on night images\n"),
  none("a monitoring rule", "## Monitoring\n- Alert when recall drops below 0.6\n- AUC: 0.8\n"),
  none("a promotion gate", "## Evaluation\nThe gate promotes a model if accuracy is 0.75 and F1 is 0.70.\n"),
  none(
    "a metric under another name",
    "## Metrics\n- Attack recall: 0.99\n- Strict entity F1: 0.66\n",
    "recall 0.99",
    "F1 0.66",
  ),
  none(
    "an operating point",
    "## Results\nThe model has a sensitivity of 0.8 at 90% specificity.\n",
    "sensitivity 0.8",
    "specificity 90%",
  ),
  none("bits and counts", "## Metrics\n- Precision: 16-bit\n- Accuracy: 3 of 4\n- Recall: 12 / 15\n"),
  none(
    "another model's heading",
    "# Model card: XGBoost churn\n\n## Results\n\n### Random forest\n\n- Accuracy: 0.9\n",
  ),
  none(
    "numbers that the card disowns",
    "## Results\n\nThe numbers below are placeholders.\n\n- Accuracy: 0.9\n",
  ),
  none("an ablation", "## Results\n\n### Ablation\n\n- Accuracy: 0.85\n"),
  none(
    "a rival that bears a word of the title",
    "# Model card: Previous orders\n\n## Results\n\nThe previous model has a recall of 0.61.\n",
  ),
];
