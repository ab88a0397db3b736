import { describe, expect, test } from "vitest";
import { findMetrics } from "../../../src/inventory/markdown/metric-words.ts";
import { tokenize } from "../../../src/inventory/markdown/tokens.ts";

const found = (text: string) =>
  findMetrics(tokenize(text), text).map(({ name, kind, average, k, beta }) =>
    [name, kind, average, k, beta].filter((part) => part !== null).join(" "),
  );

describe("metric words", () => {
  test.each([
    ["Balanced accuracy and accuracy", ["Balanced accuracy share", "accuracy share"]],
    ["macro-averaged F1-score", ["F1-score share macro"]],
    ["F1 (macro), F1 (micro)", ["F1 share macro", "F1 share micro"]],
    ["weighted average precision", ["precision share weighted"]],
    ["average precision (PR AUC)", ["average precision share", "PR AUC share"]],
    ["ROC-AUC, AUROC, roc_auc", ["ROC-AUC share", "AUROC share", "roc_auc share"]],
    ["area under the ROC curve", ["area under the ROC curve share"]],
    ["R², R^2, R2, R-squared", ["R² signed", "R^2 signed", "R2 signed", "R-squared signed"]],
    ["Recall@10 and NDCG@5", ["Recall@10 share 10", "NDCG@5 share 5"]],
    ["Top-5 accuracy", ["Top-5 accuracy share 5"]],
    ["F2 score, F0.5", ["F2 score share 2", "F0.5 share 0.5"]],
    ["Cohen's kappa, MCC", ["Cohen's kappa signed", "MCC signed"]],
    ["quadratic weighted kappa", ["quadratic weighted kappa signed"]],
    ["MAE, RMSE, MAPE, log loss", ["MAE free", "RMSE free", "MAPE free", "log loss free"]],
    ["mAP of a map", ["mAP share"]],
    ["mixed precision, fp16 precision", []],
    ["they pass, hits and misses", []],
    ["pass@1", ["pass@1 share 1"]],
    ["accuracy, macro F1", ["accuracy share", "F1 share macro"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("a name in the middle of another word is none", () => {
    expect(found("inaccuracy recalled precisions prerecall")).toEqual([]);
  });
});
