import type { Snippet } from "../claims.ts";

/** Written after the readers, without looking at them: what they do on manners that nobody tuned them for. */
export const UNSEEN: readonly Snippet[] = [
  {
    name: "how well it does",
    card: "# Berth planner\n\n## How well does it work?\n\nIts AUROC is 0.91 on the test split.\n",
    claims: ["AUROC 0.91 split=test"],
  },
  {
    name: "quantitative analyses",
    card: "## Quantitative Analyses\n\n### Unitary results\n\n* Precision = 0.81\n* Recall = 0.77\n",
    claims: ["Precision 0.81", "Recall 0.77"],
  },
  {
    name: "key in code",
    card: "## Metrics\n\n- `test_accuracy`: 0.912\n- `val_f1_macro`: 0.87\n",
    claims: ["accuracy 0.912 split=test", "f1 0.87 split=validation average=macro"],
  },
  { name: "number in code", card: "## Metrics\n\n- Accuracy: `0.912`\n", claims: ["Accuracy 0.912"] },
  {
    name: "a result with a tick",
    card: "## Metrics\n\n- ✅ Accuracy: **91.2%**\n",
    claims: ["Accuracy 91.2%"],
  },
  {
    name: "table with code names",
    card: "## Evaluation results\n\n| metric | test |\n|:--|--:|\n| `roc_auc` | 0.942 |\n| `log_loss` | 0.31 |\n",
    claims: ["roc_auc 0.942 split=test", "log_loss 0.31 split=test"],
  },
  {
    name: "evaluated on, then a table",
    card: "## Performance\n\nEvaluated on the held-out test set.\n\n| Metric | Score |\n|---|---|\n| MAE | 3.1 |\n",
    claims: ["MAE 3.1 split=test"],
  },
  {
    name: "F1 with macro behind a comma",
    card: "## Results\n\n- F1 score, macro: 0.64\n",
    claims: ["F1 score 0.64 average=macro"],
  },
  {
    name: "two sentences",
    card: "## Results\n\nWe measured the model on the validation set. Accuracy is 0.88 and MCC is 0.71.\n",
    claims: ["Accuracy 0.88 split=validation", "MCC 0.71 split=validation"],
  },
  {
    name: "per-class list",
    card: "## Results\n\n- Recall for class A: 0.91\n- Recall (class B): 0.87\n",
    claims: ["Recall 0.91 class=A", "Recall 0.87 class=B"],
  },
  {
    name: "a sentence with a plus-minus",
    card: "## Results\n\nThe model has an accuracy of 0.91 ± 0.01 on the test set.\n",
    claims: ["accuracy 0.91 split=test"],
  },
  {
    name: "comparison in words",
    card: "## Results\n\nThe model's recall is 0.71, up from 0.66 last year.\n",
    claims: ["recall 0.71"],
  },
  {
    name: "by age in a table",
    card: "## Fairness analysis\n\n| Age | TPR | FPR |\n|---|---|---|\n| under 30 | 0.71 | 0.08 |\n| 30 and over | 0.75 | 0.07 |\n",
    claims: [
      "TPR 0.71 slice=Age:under 30",
      "FPR 0.08 slice=Age:under 30",
      "TPR 0.75 slice=Age:30 and over",
      "FPR 0.07 slice=Age:30 and over",
    ],
  },
  {
    name: "two models, ours bold",
    card: "## Results\n\n| Model | F1 |\n|---|---|\n| Majority class | 0.41 |\n| **Our model** | **0.78** |\n",
    claims: ["F1 0.78"],
  },
  {
    name: "with three splits",
    card: "## Results\n\n| | Train | Val | Test |\n|---|---|---|---|\n| Accuracy | 0.99 | 0.93 | 0.92 |\n",
    claims: ["Accuracy 0.99 split=train", "Accuracy 0.93 split=validation", "Accuracy 0.92 split=test"],
  },
  {
    name: "a service promise",
    card: "## Performance\n\nThe service answers 99.9% of calls with a precision of one millisecond.\n",
    claims: [],
  },
  {
    name: "a wish for later",
    card: "## Results\n\nWith more data we hope for an accuracy of 0.95.\n",
    claims: [],
    unread: ["accuracy 0.95"],
  },
  {
    name: "an expert's score",
    card: "## Results\n\nRadiologists reach a sensitivity of 0.88.\n",
    claims: [],
    unread: ["sensitivity 0.88"],
  },
  {
    name: "under noise",
    card: "## Results\n\nWith noisy input the accuracy is 0.61.\n",
    claims: [],
    unread: ["accuracy 0.61"],
  },
  {
    name: "inter-annotator agreement",
    card: "## Evaluation data\n\nAnnotators agree with a Cohen's kappa of 0.82.\n",
    claims: [],
  },
  {
    name: "a training curve",
    card: "## Results\n\nAfter 3 epochs the accuracy was 0.71.\n",
    claims: [],
    unread: ["accuracy 0.71"],
  },
  {
    name: "weights of a loss",
    card: "## Results\n\n- Precision weight: 0.3\n- Recall weight: 0.7\n",
    claims: [],
  },
  {
    name: "a vendor's table",
    card: "## Vendor results\n\n| Metric | Value |\n|---|---|\n| Accuracy | 0.97 |\n",
    claims: [],
  },
  {
    name: "an expectation in a table",
    card: "## Metrics\n\n| Metric | Expected | Minimum |\n|---|---|---|\n| Recall | 0.9 | 0.8 |\n",
    claims: [],
  },
  { name: "the paper's heading", card: "## Results reported in the paper\n\n- Accuracy: 0.97\n", claims: [] },
  { name: "questions", card: "## Metrics\n\nIs an accuracy of 0.9 enough?\n", claims: [] },
  {
    name: "class balance",
    card: "## Metrics\n\nThe positive rate is 0.12; a constant answer has an accuracy of 0.88.\n",
    claims: [],
    unread: ["accuracy 0.88"],
  },
  {
    name: "explaining a metric",
    card: "## Metrics\n\nAn AUC of 0.5 is a coin toss, and an AUC of 1.0 is perfect.\n",
    claims: [],
  },
];
