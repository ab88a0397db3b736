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
    unread: ["accuracy 93.1 %"],
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
  {
    name: "rows that it counts",
    card: "## Results\nAccuracy 0.705, macro F1 0.606 on 600 test reviews.\n",
    claims: ["Accuracy 0.705 split=test", "F1 0.606 split=test average=macro n=600"],
  },
  {
    name: "rows of no named split",
    card: "## Results\nAccuracy 0.705 on 600 reviews. Recall 0.61 on about 600 reviews.\n",
    claims: ["Accuracy 0.705 n=600", "Recall 0.61"],
  },
  {
    name: "numbers in brackets",
    card: "## Results\nOn the test set, accuracy (0.705) and weighted F1 (0.66).\n",
    claims: ["accuracy 0.705 split=test", "F1 0.66 split=test average=weighted"],
  },
  {
    name: "in order, without saying so",
    card: "## Results\nPrecision and micro-averaged recall are 0.7 and 0.6.\n",
    claims: ["Precision 0.7", "recall 0.6 average=micro"],
  },
  {
    name: "a number before a metric behind another's",
    card: "## Results\nIt has a precision of 0.7 and 0.6 recall.\n",
    claims: ["precision 0.7", "recall 0.6"],
  },
  {
    name: "held out says no split",
    card: "## Results\nOn held-out data the accuracy is 0.705. Recall 0.61 on 600 held-out reviews.\n",
    claims: ["accuracy 0.705", "Recall 0.61 n=600"],
  },
  {
    name: "held out of training says no split, and not that of the training",
    card: "## Results\nTrained on the training set; on held-out data the accuracy is 0.705.\n",
    claims: [],
    unread: ["accuracy 0.705"],
  },
  {
    name: "held out, in a heading and in a key",
    card: "## Held-out results\n- Accuracy: 0.705\n- Held-out recall: 0.61\n",
    claims: ["Accuracy 0.705", "recall 0.61"],
  },
  {
    name: "a split called holdout",
    card: "## Results\nThe accuracy on the holdout set is 0.705.\n",
    claims: ["accuracy 0.705 split=holdout"],
  },
  {
    name: "the rest of a sentence that is not understood",
    card: "## Results\nAccuracy 0.705 on hard reviews, macro F1 0.999.\n",
    claims: [],
    unread: ["Accuracy 0.705", "F1 0.999 average=macro"],
  },
  {
    name: "a number that is not linked to the metric beside it",
    card: "## Results\nAccuracy 0.705, and the F1 that counts came in at 0.999.\n",
    claims: ["Accuracy 0.705"],
    unread: ["F1 0.999"],
  },
  {
    name: "an average over classes that is not named",
    card: "## Results\nAccuracy is 0.705 with a per-class F1 of 0.6.\n",
    claims: [],
    unread: ["Accuracy 0.705", "F1 0.6"],
  },
  {
    name: "an unread number that a claim gives already",
    card: "## Results\n- Macro F1: 0.606\n\nIn practice an F1 of 60.6% is enough for triage. Radiologists see an F1 of 0.5.\n",
    claims: ["F1 0.606 average=macro"],
    unread: ["F1 0.5"],
  },
  {
    name: "ordinary prose",
    card: "## Results\nVersion 1.2 computes accuracy on 20% of the data with 95% confidence intervals. We tuned F1 with a learning rate of 0.01 for 3 epochs in 2024. Recall is computed at a threshold of 0.5. Typical AUC is 0.8-0.9; precision counts 12 of 40 reviews.\n",
    claims: [],
  },
];
