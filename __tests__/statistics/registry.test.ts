import { describe, expect, it } from "vitest";
import { normalName } from "../../src/statistics/metric-name.ts";
import { findMetric, metricsOf, nearestMetric } from "../../src/statistics/registry.ts";
import { compute } from "./compute.ts";

const TASKS = ["binary", "multiclass", "multilabel", "regression"] as const;

describe.each(TASKS)("the registry of %s metrics", (task) => {
  it("gives no two metrics one name", () => {
    const names = metricsOf(task).flatMap(({ name, aliases }) => [name, ...aliases].map(normalName));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("finds every metric by its name and by each alias, and says which was which", () => {
    for (const metric of metricsOf(task)) {
      expect(findMetric(metric.name, task)).toMatchObject({ metric, alias: false });
      for (const alias of metric.aliases)
        expect(findMetric(alias, task)).toMatchObject({ metric, alias: true });
    }
  });

  it("describes each metric whole", () => {
    for (const metric of metricsOf(task)) {
      expect(metric.task).toBe(task);
      expect(metric.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(metric.range[0]).toBeLessThan(metric.range[1]);
    }
  });
});

describe("a metric's name", () => {
  it.each([
    ["F1-Score", "binary", "f1", false, undefined],
    ["ROC AUC", "binary", "roc_auc", false, undefined],
    ["roc_auc_score", "binary", "roc_auc", false, undefined],
    ["AUROC", "binary", "roc_auc", true, undefined],
    ["hit rate", "binary", "recall", true, undefined],
    ["Sensitivity", "multiclass", "recall", true, undefined],
    ["Cohen's kappa", "binary", "cohen_kappa", true, undefined],
    ["Accuracy (%)", "binary", "accuracy", false, undefined],
    ["Macro-F1", "multiclass", "f1", false, { average: "macro" }],
    ["f1_macro", "multiclass", "f1", false, { average: "macro" }],
    ["precision_weighted", "binary", "precision", false, { average: "weighted" }],
    ["F1 (micro)", "multiclass", "f1", false, { average: "micro" }],
    ["weighted avg f1-score", "multiclass", "f1", false, { average: "weighted" }],
    ["recall macro avg", "multiclass", "recall", false, { average: "macro" }],
    ["f2", "binary", "fbeta", false, { beta: 2 }],
    ["F0.5 macro", "multiclass", "fbeta", false, { beta: 0.5, average: "macro" }],
    ["top_5_accuracy", "multiclass", "top_k_accuracy", false, { k: 5 }],
    ["Top-1 Acc", "multiclass", "top_k_accuracy", false, { k: 1 }],
    ["acc@3", "multiclass", "top_k_accuracy", false, { k: 3 }],
    ["roc_auc_ovo", "multiclass", "roc_auc_ovo", false, { average: "macro" }],
    ["roc_auc_ovo_weighted", "multiclass", "roc_auc_ovo", false, { average: "weighted" }],
    ["KS", "binary", "ks_statistic", true, undefined],
    ["KS statistic", "binary", "ks_statistic", false, undefined],
    ["Gini coefficient", "binary", "gini", true, undefined],
    ["precision@100", "binary", "precision_at_k", false, { k: 100 }],
    ["precision_at_100", "binary", "precision_at_k", false, { k: 100 }],
    ["Recall @ 5", "binary", "recall_at_k", false, { k: 5 }],
    ["precision@k", "binary", "precision_at_k", true, undefined],
    ["lift@10%", "binary", "lift", false, { depth: 0.1 }],
    ["lift @ 0.1", "binary", "lift", false, { depth: 0.1 }],
    ["Gain at 2.5 %", "binary", "gain", false, { depth: 0.025 }],
    ["gain_at_35_percent", "binary", "gain", false, { depth: 0.35 }],
    ["exact match ratio", "multilabel", "accuracy", true, undefined],
    ["hamming_loss", "multilabel", "hamming_loss", false, undefined],
    ["f1_samples", "multilabel", "f1", false, { average: "samples" }],
    ["mAP", "multilabel", "average_precision", true, { average: "macro" }],
    ["roc_auc", "multilabel", "roc_auc", false, { average: "macro" }],
    ["LRAP", "multilabel", "label_ranking_average_precision", true, undefined],
    ["sMAPE", "regression", "symmetric_mean_absolute_percentage_error", true, undefined],
    ["mean_pinball_loss", "regression", "mean_pinball_loss", false, undefined],
    ["neg_mean_pinball_loss", "regression", "neg_mean_pinball_loss", false, undefined],
    ["roc_auc_ovr", "multiclass", "roc_auc_ovr", false, { average: "macro" }],
    ["roc_auc_ovr_weighted", "multiclass", "roc_auc_ovr", false, { average: "weighted" }],
    ["AUC", "multiclass", "roc_auc_ovr", true, { average: "macro" }],
    ["R²", "regression", "r2", false, undefined],
    ["R^2 score", "regression", "r2", false, undefined],
    ["R-squared", "regression", "r2", true, undefined],
    ["RMSE", "regression", "root_mean_squared_error", true, undefined],
    ["neg_mean_absolute_error", "regression", "neg_mean_absolute_error", false, undefined],
    ["neg_brier_score", "binary", "neg_brier_score", false, undefined],
    ["neg predictive value", "binary", "negative_predictive_value", true, undefined],
  ] as const)("%s of %s is %s", (text, task, name, alias, implied) => {
    const found = findMetric(text, task);
    expect(found?.metric.name).toBe(name);
    expect(found?.alias).toBe(alias);
    expect(found?.implied).toEqual(implied);
  });

  it.each([
    ["accuracy_macro", "binary"],
    ["specificity", "multiclass"],
    ["rmse", "binary"],
    ["neg_accuracy", "binary"],
    ["recall@5", "multiclass"],
    ["recall@10%", "binary"],
    ["precision at 10%", "binary"],
    ["recall at 95% precision", "binary"],
    ["accuracy@50%", "multiclass"],
    ["lift@10", "binary"],
    ["roc_auc@0.5", "binary"],
    ["ndcg@10", "binary"],
    ["macro", "binary"],
    ["score", "binary"],
    ["", "regression"],
    ["f1".repeat(100_000), "binary"],
    ["_".repeat(100_000), "binary"],
    ["constructor", "binary"],
  ] as const)("%.20s of %s is no metric", (text, task) => {
    expect(findMetric(text, task)).toBeNull();
  });

  it("may hold the threshold of the decision", () => {
    expect(findMetric("recall@0.35", "binary")).toMatchObject({
      metric: { name: "recall" },
      threshold: 0.35,
    });
    expect(findMetric("f1_micro@.5", "multilabel")).toMatchObject({
      implied: { average: "micro" },
      threshold: 0.5,
    });
    expect(findMetric("f1_macro@.5", "binary")).toMatchObject({
      implied: { average: "macro" },
      threshold: 0.5,
    });
  });

  it("is noted where others mean something else by it", () => {
    expect(findMetric("PR AUC", "binary")).toMatchObject({
      metric: { name: "average_precision" },
      alias: true,
    });
    expect(findMetric("PR AUC", "binary")?.note).toMatch(/trapezoid/);
  });
});

describe("the nearest metric", () => {
  it.each([
    ["acuracy", "binary", "accuracy"],
    ["precison_macro", "multiclass", "precision"],
    ["test_accuracy", "binary", "accuracy"],
    ["mean_abs_eror", "regression", "mean_absolute_error"],
    ["f1_macro", "binary", "f1"],
    ["perplexity", "regression", null],
    ["x".repeat(100_000), "binary", null],
  ] as const)("to %.20s of %s is %s", (text, task, name) => {
    expect(nearestMetric(text, task)).toBe(name);
  });
});

describe("a neg_ scorer", () => {
  const sample = {
    task: "regression",
    truth: Float64Array.of(1, 2, 4),
    prediction: Float64Array.of(1.5, 1, 4),
    weight: null,
  } as const;

  it("is the negative of its metric, interval and range included", () => {
    const plain = compute("mean_absolute_error", sample);
    const negative = compute("neg_mean_absolute_error", sample);
    if (plain.kind !== "value" || negative.kind !== "value") throw new Error("expected values");
    expect(negative.value).toBe(-plain.value);
    expect(negative.interval).toMatchObject({ low: -plain.interval!.high, high: 0 - plain.interval!.low });
    const metric = findMetric("neg_mean_absolute_error", "regression")?.metric;
    expect(metric).toMatchObject({ better: "higher", range: [Number.NEGATIVE_INFINITY, 0] });
    expect(findMetric("neg_mean_absolute_error", "regression")?.metric).toBe(metric);
  });

  it("is never a negative zero", () => {
    const outcome = compute("neg_max_error", { ...sample, prediction: sample.truth });
    expect(outcome).toMatchObject({ kind: "value", value: 0 });
    expect(Object.is(outcome.kind === "value" && outcome.value, 0)).toBe(true);
  });
});
