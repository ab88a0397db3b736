import type { Snippet } from "../claims.ts";

export const LISTS: readonly Snippet[] = [
  {
    name: "key and number",
    card: "## Metrics\n\n- Accuracy: 0.93\n- Log loss: 0.214\n",
    claims: ["Accuracy 0.93", "Log loss 0.214"],
  },
  {
    name: "bold keys, percent",
    card: "## Performance\n\n- **Recall**: 71.2%\n- **Precision:** 64 %\n",
    claims: ["Recall 71.2%", "Precision 64 %"],
  },
  {
    name: "split in the heading",
    card: "## Results\n\n### Validation set\n\n- F1-score: 0.802\n",
    claims: ["F1-score 0.802 split=validation"],
  },
  {
    name: "split in the line above",
    card: "## Metrics\n\nScores on the held-out test set:\n\n* ROC-AUC: 0.871\n* Brier score: 0.092\n",
    claims: ["ROC-AUC 0.871 split=test", "Brier score 0.092 split=test"],
  },
  {
    name: "split in each key",
    card: "## Metrics\n- Train accuracy: 0.981\n- Test accuracy: 0.902\n- Dev F1: 0.88\n",
    claims: ["accuracy 0.981 split=train", "accuracy 0.902 split=test", "F1 0.88 split=validation"],
  },
  {
    name: "interval and size behind the number",
    card: "## Evaluation\n- AUROC: 0.871 (95% CI 0.861–0.881)\n- Macro-F1: **0.599** [0.588, 0.611]\n- Recall: 0.64 (n = 1,204)\n",
    claims: [
      "AUROC 0.871 interval=0.861..0.881 confidence=0.95",
      "F1 0.599 average=macro interval=0.588..0.611",
      "Recall 0.64 n=1204",
    ],
  },
  {
    name: "average and class in brackets",
    card: "## Metrics\n- F1 (macro): 0.71\n- Recall (fraud): 0.44\n- Sensitivity (recall): 0.81\n",
    claims: ["F1 0.71 average=macro", "Recall 0.44 class=fraud", "Sensitivity 0.81"],
  },
  {
    name: "dash, equals sign and no separator",
    card: "## Metrics\n- Accuracy — 0.93\n- Recall = .71\n- **MCC** 0.61\n",
    claims: ["Accuracy 0.93", "Recall .71", "MCC 0.61"],
  },
  {
    name: "a nested list under a split",
    card: "## Metrics\n- Test set:\n  - Precision: 0.77\n  - Recall: 0.70\n- Validation:\n  - Precision: 0.79\n",
    claims: ["Precision 0.77 split=test", "Recall 0.70 split=test", "Precision 0.79 split=validation"],
  },
  {
    name: "divided by bars",
    card: "## Metrics\n\nPrecision: 0.72 | Recall: 0.61 | F1: 0.66\n",
    claims: ["Precision 0.72", "Recall 0.61", "F1 0.66"],
  },
  {
    name: "one line each, no list",
    card: "## Metrics\nOn the test data:\nPrecision: 0.764\nRecall: 0.616\nfbeta: 0.682\n",
    claims: ["Precision 0.764 split=test", "Recall 0.616 split=test", "fbeta 0.682 split=test"],
  },
  {
    name: "errors with units",
    card: "## Metrics\n- MAE: 2.31 minutes\n- RMSE (EUR): 1,204.5\n- R²: 0.83\n",
    claims: ["MAE 2.31", "RMSE 1,204.5", "R² 0.83"],
  },
  {
    name: "ranking with a cut-off",
    card: "## Metrics\n- Recall@10: 0.61\n- NDCG@5: 0.442\n- Top-5 accuracy: 0.97\n",
    claims: ["Recall@10 0.61 k=10", "NDCG@5 0.442 k=5", "Top-5 accuracy 0.97 k=5"],
  },
  {
    name: "a baseline in brackets",
    card: "## Metrics\n- Accuracy: 0.93 (baseline: 0.88)\n- F1: 0.71 (target 0.70)\n",
    claims: ["Accuracy 0.93", "F1 0.71"],
  },
  {
    name: "a threshold behind",
    card: "## Metrics\n- Recall: 0.83 at a threshold of 0.15\n",
    claims: ["Recall 0.83 threshold=0.15"],
  },
  {
    name: "numbered and emoji headings",
    card: "## 4. 📊 Metrics\n1. Accuracy: 0.9\n2. Recall: 0.8\n",
    claims: ["Accuracy 0.9", "Recall 0.8"],
  },
  {
    name: "setext and HTML headings",
    card: "Metrics\n-------\n\n- Accuracy: 0.91\n\n<h3>Validation set</h3>\n\n- Recall: 0.5\n",
    claims: ["Accuracy 0.91", "Recall 0.5 split=validation"],
  },
  {
    name: "a bold line as a heading",
    card: "## Metrics\n\n**Test set**\n\n- Accuracy: 0.91\n",
    claims: ["Accuracy 0.91 split=test"],
  },
  {
    name: "cross-validation keeps its name",
    card: "## Metrics\n- PR-AUC (5-fold cross-validation): 0.845 ± 0.034\n",
    claims: ["PR-AUC 0.845 split=cross-validation"],
  },
  {
    name: "output pasted as a block",
    card: "## Results\n\n```text\naccuracy: 0.9341\nroc_auc: 0.9710\n```\n",
    claims: ["accuracy 0.9341", "roc_auc 0.9710"],
  },
  { name: "in a quotation", card: "## Results\n\n> - Accuracy: 0.9\n", claims: ["Accuracy 0.9"] },
];
