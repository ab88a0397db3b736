import { describe, expect, it } from "vitest";
import type { MetricParameters } from "../../src/statistics/metric.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import type {
  BinarySample,
  MulticlassSample,
  MultilabelSample,
  RegressionSample,
  Sample,
} from "../../src/statistics/sample.ts";
import { compute } from "./compute.ts";
import { take } from "./take.ts";

const binary: BinarySample = {
  task: "binary",
  classes: ["good", "bad"],
  positive: Uint8Array.of(0, 1, 1, 0),
  decision: Uint8Array.of(0, 1, 0, 0),
  score: Float64Array.of(0.1, 0.9, 0.4, 0.2),
  weight: null,
};
const multiclass: MulticlassSample = {
  task: "multiclass",
  classes: ["a", "b", "c"],
  truth: Int32Array.of(0, 1, 2),
  decision: Int32Array.of(0, 1, 1),
  scores: [Float64Array.of(0.8, 0.1, 0.2), Float64Array.of(0.1, 0.8, 0.5), Float64Array.of(0.1, 0.1, 0.3)],
  weight: null,
};
const multilabel: MultilabelSample = {
  task: "multilabel",
  classes: ["sport", "news"],
  truth: [Uint8Array.of(1, 0, 0), Uint8Array.of(1, 1, 0)],
  decision: [Uint8Array.of(1, 0, 0), Uint8Array.of(0, 1, 0)],
  scores: [Float64Array.of(0.9, 0.2, 0.1), Float64Array.of(0.4, 0.8, 0.3)],
  weight: null,
};
const regression: RegressionSample = {
  task: "regression",
  truth: Float64Array.of(1, 2, 4),
  prediction: Float64Array.of(1, 2.5, 3),
  weight: null,
};

describe("every metric", () => {
  it.each([binary, multiclass, multilabel, regression])(
    "is undefined for no rows: $task",
    (sample: Sample) => {
      for (const { name } of metricsOf(sample.task)) {
        expect(compute(name, take(sample, []))).toEqual({
          kind: "undefined",
          reason: "there are no rows",
          n: 0,
        });
      }
    },
  );

  it.each([
    [[1, -1, 1], /negative/],
    [[1, Number.NaN, 1], /not a finite/],
    [[1, Number.POSITIVE_INFINITY, 1], /not a finite/],
    [[0, 0, 0], /every weight is zero/],
    [[1e308, 1e308, 1e308], /sum to more/],
  ])("is undefined for the weights %s", (weights, reason) => {
    for (const sample of [take(binary, [0, 1, 2]), multiclass, multilabel, regression]) {
      for (const { name } of metricsOf(sample.task)) {
        const outcome = compute(name, { ...sample, weight: Float64Array.from(weights) });
        expect(outcome).toMatchObject({ kind: "undefined", reason: expect.stringMatching(reason), n: 3 });
      }
    }
  });

  it("has no interval for a confidence that is none, and none for weighted rows", () => {
    for (const confidence of [0, 1, 95, -1, Number.NaN]) {
      expect(compute("accuracy", binary, {}, confidence)).toMatchObject({ value: 0.75, interval: null });
    }
    const weighted = { ...binary, weight: Float64Array.of(1, 1, 1, 1) };
    for (const { name } of metricsOf("binary"))
      expect(compute(name, weighted)).not.toHaveProperty("interval.low");
  });

  it("refuses arrays of different length, and rows of no class, as a fault of the caller", () => {
    expect(() => compute("accuracy", { ...binary, decision: new Uint8Array(3) })).toThrow(RangeError);
    expect(() => compute("r2", { ...regression, prediction: new Float64Array(2) })).toThrow(RangeError);
    for (const { name } of metricsOf("multiclass")) {
      for (const row of [-1, 3]) {
        const stray = { ...multiclass, truth: Int32Array.of(0, 1, row) };
        expect(() => compute(name, stray)).toThrow(RangeError);
      }
    }
    expect(() => compute("log_loss", { ...multiclass, scores: [new Float64Array(2)] })).toThrow(RangeError);
  });
});

describe("undefined, with the reason", () => {
  it.each<[string, MetricParameters, Sample, RegExp]>([
    ["accuracy", { average: "macro" }, binary, /accuracy takes no "average"; it takes no settings/],
    ["f1", { beta: 2 }, binary, /it takes average, class/],
    ["f1", { average: "macro", class: "bad" }, binary, /not both/],
    ["f1", { class: "ugly" }, binary, /no class "ugly"; the classes are "good", "bad"/],
    ["f1", {}, multiclass, /needs "average" \(macro, micro or weighted\) or "class"/],
    ["fbeta", {}, binary, /needs "beta"/],
    ["fbeta", { beta: -1 }, binary, /"beta" must be/],
    ["fbeta", { beta: Number.NaN }, binary, /"beta" must be/],
    ["precision", { average: "macro" }, multiclass, /the class "c" is never predicted/],
    ["recall", {}, take(binary, [0, 3]), /the class "bad" has no true rows/],
    ["accuracy", {}, { ...binary, decision: null }, /no decisions/],
    ["roc_auc", {}, { ...binary, score: null }, /no scores/],
    ["roc_auc", {}, take(binary, [0, 3]), /no row is truly of the positive class/],
    ["roc_auc", {}, { ...binary, score: Float64Array.of(0, Number.NaN, 1, 1) }, /not a finite number/],
    [
      "brier_score",
      {},
      { ...binary, score: Float64Array.of(0, 7, -2, 1) },
      /2 of 4 scores lie outside \[0, 1\]/,
    ],
    ["log_loss", {}, { ...binary, score: Float64Array.of(0, Number.NaN, 1, 1) }, /1 of 4 scores lie outside/],
    [
      "log_loss",
      {},
      { ...multiclass, scores: multiclass.scores!.map((s) => s.map((p) => p / 2)) },
      /sum to 1/,
    ],
    ["log_loss", {}, { ...multiclass, scores: multiclass.scores!.slice(1) }, /scores of 2 of 3 classes/],
    ["top_k_accuracy", {}, multiclass, /needs "k"/],
    ["top_k_accuracy", { k: 1.5 }, multiclass, /whole number/],
    ["top_k_accuracy", { k: 3 }, multiclass, /below the number of classes, 3/],
    ["roc_auc_ovr", { average: "micro" }, multiclass, /"macro" or "weighted"/],
    ["confusion_matrix", { actual: "a" }, multiclass, /needs "actual" and "predicted"/],
    ["confusion_matrix", { actual: "a", predicted: "#3" }, multiclass, /no class "#3"/],
    [
      "support",
      { class: "x".repeat(5000) },
      multiclass,
      /^there is no class "x{40}…"; the classes are "a", "b", "c"$/,
    ],
    ["gini", {}, take(binary, [1, 2]), /no row is truly of a negative class/],
    ["gini", {}, { ...binary, score: null }, /no scores/],
    ["ks_statistic", {}, { ...binary, score: null }, /no scores/],
    ["ks_statistic", {}, take(binary, [0, 3]), /no row is truly of the positive class/],
    ["ks_statistic", {}, take(binary, [1, 2]), /no row is truly of a negative class/],
    ["ks_statistic", {}, { ...binary, score: Float64Array.of(0, Number.NaN, 1, 1) }, /not a finite/],
    ["precision_at_k", {}, binary, /needs "k"/],
    ["precision_at_k", { k: 0 }, binary, /whole number/],
    ["precision_at_k", { k: 5 }, binary, /fewer rows, 4, than k, 5/],
    ["recall_at_k", { k: 2 }, take(binary, [0, 3]), /no row is truly of the positive class/],
    ["recall_at_k", { k: 2 }, { ...binary, score: null }, /no scores/],
    ["gain", {}, binary, /needs "depth"/],
    ["lift", { depth: 0 }, binary, /above 0 and at most 1/],
    ["lift", { depth: 10 }, binary, /above 0 and at most 1/],
    ["lift", { depth: 0.5 }, take(binary, [0, 3]), /no row is truly of the positive class/],
    ["gain", { depth: 0.5 }, { ...binary, score: Float64Array.of(0, Number.NaN, 1, 1) }, /not a finite/],
    ["roc_auc_ovo", { average: "micro" }, multiclass, /"macro" or "weighted"/],
    ["roc_auc_ovo", {}, take(multiclass, [0, 0]), /every row is truly of one class/],
    ["roc_auc_ovo", {}, { ...multiclass, scores: null }, /no scores/],
    ["mean_pinball_loss", {}, regression, /needs "alpha"/],
    ["mean_pinball_loss", { alpha: 1.1 }, regression, /from 0 to 1/],
    ["interval_coverage", {}, regression, /no predicted intervals/],
    [
      "interval_coverage",
      {},
      { ...regression, bounds: { lower: Float64Array.of(0, 3, 5), upper: Float64Array.of(1, 2, 4) } },
      /above the upper one in 2 of 3 rows/,
    ],
    [
      "mean_interval_width",
      {},
      {
        ...regression,
        bounds: { lower: Float64Array.of(0, Number.NaN, 5), upper: Float64Array.of(1, 2, 6) },
      },
      /lower bound is not a finite/,
    ],
    ["mean_absolute_error", {}, { ...regression, prediction: null }, /no predictions/],
    ["f1", { average: "samples" }, multiclass, /each has one class here/],
    ["roc_auc_ovr", { average: "samples" }, multiclass, /"macro" or "weighted"/],
    ["f1", {}, multilabel, /needs "average" \(macro, micro, weighted or samples\) or "class"/],
    ["f1", { average: "macro", class: "news" }, multilabel, /not both/],
    ["f1", { class: "weather" }, multilabel, /no class "weather"; the classes are "sport", "news"/],
    ["recall", { average: "samples" }, multilabel, /no label is true in 1 of 3 rows/],
    ["precision", { average: "samples" }, multilabel, /no label is decided for in 1 of 3 rows/],
    ["jaccard", { average: "samples" }, multilabel, /no label is true or decided for in 1 of 3 rows/],
    ["precision", { average: "macro" }, take(multilabel, [1, 2]), /"sport" is never predicted/],
    ["recall", { average: "weighted" }, take(multilabel, [2]), /no label has true rows/],
    ["recall", { average: "micro" }, take(multilabel, [2]), /every label has no true rows/],
    ["accuracy", {}, { ...multilabel, decision: null }, /no decisions/],
    ["roc_auc", {}, take(multilabel, [0, 1]), /label "news": no row is truly of a negative class/],
    ["roc_auc", { average: "samples" }, multilabel, /"macro", "micro" or "weighted"/],
    ["average_precision", {}, take(multilabel, [1, 2]), /label "sport": no row is truly of the positive/],
    ["average_precision", {}, { ...multilabel, scores: null }, /no scores of the labels/],
    ["label_ranking_average_precision", {}, { ...multilabel, scores: null }, /no scores of the labels/],
    [
      "label_ranking_average_precision",
      {},
      { ...multilabel, scores: [Float64Array.of(1, 1, Number.NaN), Float64Array.of(1, 1, 1)] },
      /not a finite/,
    ],
    ["r2", {}, take(regression, [0]), /two rows or more/],
    ["r2", {}, { ...regression, truth: Float64Array.of(0.1, 0.1, 0.1) }, /every true value is the same/],
    [
      "mean_absolute_percentage_error",
      {},
      { ...regression, truth: Float64Array.of(0, 1, 0) },
      /0 in 2 of 3 rows/,
    ],
    [
      "mean_squared_error",
      {},
      { ...regression, prediction: Float64Array.of(0, 1e200, 1) },
      /larger than a number/,
    ],
    [
      "mean_absolute_error",
      {},
      { ...regression, prediction: Float64Array.of(0, Number.NaN, 1) },
      /not a finite/,
    ],
    [
      "max_error",
      {},
      { ...regression, truth: Float64Array.of(0, Number.NEGATIVE_INFINITY, 1) },
      /not a finite/,
    ],
  ])("%s %j", (name, parameters, sample, reason) => {
    expect(compute(name, sample, parameters)).toMatchObject({
      kind: "undefined",
      reason: expect.stringMatching(reason),
    });
  });
});

describe("a perfect sample", () => {
  it("has no interval of zero width", () => {
    const perfect = { ...binary, decision: binary.positive, score: Float64Array.from(binary.positive) };
    for (const name of [
      "balanced_accuracy",
      "f1",
      "jaccard",
      "matthews_corrcoef",
      "cohen_kappa",
      "roc_auc",
    ]) {
      expect(compute(name, perfect)).toMatchObject({ kind: "value", value: 1, interval: null });
    }
    expect(compute("accuracy", perfect)).toMatchObject({ value: 1, interval: { high: 1 } });
  });
});
