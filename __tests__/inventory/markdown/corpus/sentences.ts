import type { Snippet } from "../claims.ts";

export const SENTENCES: readonly Snippet[] = [
  {
    name: "reaches",
    card: "## Evaluation\nThe model reaches a recall of 0.71 on the test set.\n",
    claims: ["recall 0.71 split=test"],
  },
  {
    name: "equals with interval",
    card: "## Results\nAUC = 0.87 (95% CI 0.85–0.89).\n",
    claims: ["AUC 0.87 interval=0.85..0.89 confidence=0.95"],
  },
  {
    name: "percent with a space",
    card: "## Results\nIt achieves an accuracy of 93.1 % on unseen data.\n",
    claims: [],
  },
  {
    name: "percent on the validation set",
    card: "## Results\nIt achieves an accuracy of 93.1 % on the validation set.\n",
    claims: ["accuracy 93.1 % split=validation"],
  },
  {
    name: "bold with a bare interval",
    card: "## Results\nOverall macro-F1 **0.599** [0.588, 0.611].\n",
    claims: ["F1 0.599 average=macro interval=0.588..0.611"],
  },
  {
    name: "number first",
    card: "## Results\nOur classifier achieves 93% accuracy and 0.88 F1 on the test set.\n",
    claims: ["accuracy 93% split=test", "F1 0.88 split=test"],
  },
  {
    name: "two in one sentence",
    card: "## Results\nOn the test set the model has a precision of 0.66 and a recall of 0.59.\n",
    claims: ["precision 0.66 split=test", "recall 0.59 split=test"],
  },
  {
    name: "respectively",
    card: "## Results\nPrecision, recall and F1 on the test set are 0.71, 0.64 and 0.67, respectively.\n",
    claims: ["Precision 0.71 split=test", "recall 0.64 split=test", "F1 0.67 split=test"],
  },
  {
    name: "better than a baseline",
    card: "## Results\nThe model reaches an accuracy of 0.91 compared with 0.84 for the baseline.\n",
    claims: ["accuracy 0.91"],
  },
  {
    name: "wrapped over two lines",
    card: "## Results\nThe final model attains an AUROC\nof 0.913 on the held-out test set.\n",
    claims: ["AUROC 0.913 split=test"],
  },
  {
    name: "at a threshold",
    card: "## Results\nThe model has a recall of 0.83 at a threshold of 0.15.\n",
    claims: ["recall 0.83 threshold=0.15"],
  },
  {
    name: "a size in the introduction",
    card: "## Results\nOn the held-out test set of 4,000 patients, the model attains a sensitivity of 0.81.\n",
    claims: ["sensitivity 0.81 split=test"],
  },
  {
    name: "a class",
    card: "## Results\nThe model has a recall of 0.62 for the fraud class.\n",
    claims: ["recall 0.62 class=fraud"],
  },
  {
    name: "a list in a sentence",
    card: "## Results\nAccuracy 0.906, macro F1 0.871, ROC AUC 0.990.\n",
    claims: ["Accuracy 0.906", "F1 0.871 average=macro", "ROC AUC 0.990"],
  },
  {
    name: "regression",
    card: "## Results\nOn the test set, R² is 0.81 and RMSE is 3.2.\n",
    claims: ["R² 0.81 split=test", "RMSE 3.2 split=test"],
  },
  {
    name: "approximate",
    card: "## Results\nAccuracy is about 92% on the test set.\n",
    claims: ["Accuracy 92% split=test"],
  },
  {
    name: "spelt-out name with its short form",
    card: "## Results\nThe area under the ROC curve (AUC) is 0.842.\n",
    claims: ["area under the ROC curve 0.842"],
  },
  {
    name: "one sentence after another",
    card: "## Results\nThe model was evaluated as follows. Precision: 0.70. Recall: 0.67.\n",
    claims: ["Precision 0.70", "Recall 0.67"],
  },
  {
    name: "a data set's name",
    card: "## Results\nThe model reaches an accuracy of 0.88 on the Riverside dataset.\n",
    claims: ["accuracy 0.88 dataset=Riverside"],
  },
];
