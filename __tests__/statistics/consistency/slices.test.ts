import { expect, it } from "vitest";
import { overallOfSlices, type SlicedValue } from "../../../src/statistics/consistency/slices.ts";
import { digits } from "./digits.ts";

/** "0.80/40" is a slice of 40. */
function ask(task: SlicedValue["task"], metric: string, overall: string, slices: string) {
  return overallOfSlices({
    task,
    overall: digits(metric, overall),
    slices: slices.split(" ").map((slice) => {
      const [value = "", size] = slice.split("/");
      return { reported: digits(metric, value), size: size === undefined ? null : Number(size) };
    }),
  });
}

it.each([
  ["above every slice", "binary", "recall", "0.84", "0.80 0.70", "impossible"],
  ["below every slice", "binary", "recall", "0.68", "0.80 0.70", "impossible"],
  ["between", "binary", "recall", "0.79", "0.80 0.70", "possible"],
  ["with sizes, the mean alone", "binary", "recall", "0.79", "0.80/50 0.70/50", "impossible"],
  ["the mean", "binary", "recall", "0.75", "0.80/50 0.70/50", "possible"],
  ["one size unknown", "binary", "recall", "0.79", "0.80/50 0.70", "possible"],
  ["a size that is none", "binary", "recall", "0.79", "0.80/50 0.70/-1", "possible"],
  ["no rows of a slice", "binary", "recall", "0.80", "0.80/50 0.70/0", "possible"],
  ["a slice's share that is none", "binary", "recall", "0.80", "0.80/50 0.71/7 0.75/7", "impossible"],
  ["whole rows alone are summed", "binary", "recall", "0.38", "0.3/3 0.3/3", "impossible"],
  ["F1 lies between, too", "binary", "f1", "0.84", "0.80 0.70", "impossible"],
  ["AUC need not", "binary", "roc_auc", "0.90", "0.80 0.70", "cannot-tell"],
  ["balanced accuracy need not", "binary", "balanced_accuracy", "0.90", "0.80 0.70", "cannot-tell"],
  ["macro need not", "multiclass", "recall_macro", "0.90", "0.80 0.70", "cannot-tell"],
  ["recall of which class", "multiclass", "recall", "0.90", "0.80 0.70", "cannot-tell"],
  ["weighted recall is accuracy", "multiclass", "recall_weighted", "0.90", "0.80 0.70", "impossible"],
  ["MAE by sizes", "regression", "mae", "1.80", "1.00/10 2.00/10", "impossible"],
  ["MAE", "regression", "mae", "1.50", "1.00/10 2.00/10", "possible"],
  ["RMSE by sizes", "regression", "rmse", "1.50", "1.00/10 2.00/10", "impossible"],
  ["RMSE", "regression", "rmse", "1.58", "1.00/10 2.00/10", "possible"],
  ["the largest error is one of theirs", "regression", "max_error", "1.50", "1.00 2.00", "impossible"],
  ["the largest error", "regression", "max_error", "2.00", "1.00 2.00", "possible"],
  ["median", "regression", "medae", "2.10", "1.00 2.00", "impossible"],
  ["R² need not", "regression", "r2", "0.95", "0.80 0.70", "cannot-tell"],
  ["out of range", "binary", "accuracy", "0.90", "1.20 0.70", "impossible"],
  ["no metric", "binary", "sparkle", "0.90", "0.80 0.70", "cannot-tell"],
] as const)("%s", (_name, task, metric, overall, slices, kind) => {
  expect(ask(task, metric, overall, slices).kind).toBe(kind);
});

it("says what the metric is a mean of", () => {
  expect(ask("binary", "recall", "0.84", "0.80 0.70").because).toBe(
    "recall 0.84 cannot come of its slices, which allow from 0.695 to 0.81: recall is a share of the rows truly of the class",
  );
});

it("cannot tell without slices, or with slices of another metric", () => {
  const overall = digits("recall", "0.5");
  expect(overallOfSlices({ task: "binary", overall, slices: [] }).kind).toBe("cannot-tell");
  const slices = [{ reported: digits("precision", "0.9"), size: null }];
  expect(overallOfSlices({ task: "binary", overall, slices }).kind).toBe("cannot-tell");
});
