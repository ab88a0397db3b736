import { describe, expect, it } from "vitest";
import { consistencyOf, type Facts } from "../../../src/statistics/consistency/consistency.ts";
import type { MulticlassFacts } from "../../../src/statistics/consistency/multiclass.ts";
import { digits } from "./digits.ts";

const BINARY: Facts = {
  task: "binary",
  n: null,
  positives: null,
  classes: ["no", "yes"],
  decidedByScore: true,
};
const MANY: MulticlassFacts = {
  task: "multiclass",
  n: null,
  classes: [
    { name: "a", n: 50 },
    { name: "b", n: 30 },
    { name: "c", n: 20 },
  ],
};
const UNSIZED: Facts = {
  task: "multiclass",
  n: null,
  classes: ["a", "b", "c"].map((name) => ({ name, n: null })),
};
const NUMBERS: Facts = { task: "regression", n: null };
const TEN: Facts = { task: "regression", n: 10 };

/** "recall:a 0.5" is of class a; "f1_macro 0.5" names its average. */
function numbersOf(text: string) {
  return text.split(", ").map((one) => {
    const [name = "", value = ""] = one.split(" ");
    const [metric = "", ofClass] = name.split(":");
    return digits(metric, value, ofClass === undefined ? {} : { class: ofClass });
  });
}

function kindsOf(facts: Facts, text: string): ReadonlySet<string> {
  return new Set(consistencyOf(facts, numbersOf(text)).map(({ kind }) => kind));
}

/** What breaks a law, and what just keeps it. */
const LAWS: readonly (readonly [law: string, facts: Facts, broken: string, kept: string])[] = [
  ["F1", BINARY, "precision 0.80, recall 0.70, f1 0.77", "precision 0.80, recall 0.70, f1 0.75"],
  ["F2", BINARY, "precision 0.80, recall 0.70, f2 0.75", "precision 0.80, recall 0.70, f2 0.72"],
  ["F1 of nothing", BINARY, "precision 0.00, recall 0.00, f1 1.00", "precision 0.00, recall 0.00, f1 0.00"],
  [
    "F1 of a class",
    BINARY,
    "precision:no 0.80, recall:no 0.70, f1:no 0.77",
    "precision:no 0.80, recall:no 0.70, f1:no 0.75",
  ],
  ["twice the same", BINARY, "recall 0.800, sensitivity 0.810", "recall 0.800, sensitivity 0.8"],
  ["class by its name", BINARY, "recall 0.800, recall:yes 0.810", "recall 0.800, recall:no 0.810"],
  ["Jaccard", BINARY, "f1 0.800, jaccard 0.700", "f1 0.800, jaccard 0.667"],
  ["false positive rate", BINARY, "specificity 0.90, fpr 0.12", "specificity 0.90, fpr 0.10"],
  ["false negative rate", BINARY, "recall 0.90, fnr 0.12", "recall 0.90, fnr 0.10"],
  [
    "balanced accuracy",
    BINARY,
    "recall 0.90, specificity 0.80, balanced_accuracy 0.870",
    "recall 0.90, specificity 0.80, balanced_accuracy 0.850",
  ],
  [
    "accuracy between",
    BINARY,
    "recall 0.90, specificity 0.80, accuracy 0.92",
    "recall 0.90, specificity 0.80, accuracy 0.90",
  ],
  [
    "recall of negatives",
    BINARY,
    "recall 0.90, recall:no 0.80, accuracy 0.92",
    "recall 0.90, recall:no 0.80, accuracy 0.82",
  ],
  [
    "accuracy by prevalence",
    BINARY,
    "prevalence 0.10, recall 0.90, specificity 0.80, accuracy 0.85",
    "prevalence 0.10, recall 0.90, specificity 0.80, accuracy 0.81",
  ],
  [
    "least accuracy",
    BINARY,
    "prevalence 0.40, recall 0.90, accuracy 0.30",
    "prevalence 0.40, recall 0.90, accuracy 0.37",
  ],
  [
    "accuracy by precision",
    BINARY,
    "prevalence 0.40, recall 0.90, precision 0.60, accuracy 0.90",
    "prevalence 0.40, recall 0.90, precision 0.60, accuracy 0.72",
  ],
  [
    "least precision",
    BINARY,
    "prevalence 0.40, recall 0.90, precision 0.30",
    "prevalence 0.40, recall 0.90, precision 0.40",
  ],
  [
    "precision by prevalence",
    BINARY,
    "prevalence 0.10, recall 0.90, specificity 0.80, precision 0.50",
    "prevalence 0.10, recall 0.90, specificity 0.80, precision 0.33",
  ],
  [
    "NPV by prevalence",
    BINARY,
    "prevalence 0.10, recall 0.90, specificity 0.80, npv 0.90",
    "prevalence 0.10, recall 0.90, specificity 0.80, npv 0.99",
  ],
  [
    "Matthews",
    BINARY,
    "precision 0.80, recall 0.70, specificity 0.90, npv 0.85, mcc 0.70",
    "precision 0.80, recall 0.70, specificity 0.90, npv 0.85, mcc 0.63",
  ],
  [
    "area from below",
    BINARY,
    "roc_auc 0.60, recall 0.90, specificity 0.80",
    "roc_auc 0.72, recall 0.90, specificity 0.80",
  ],
  [
    "area from above",
    BINARY,
    "roc_auc 0.995, recall 0.90, specificity 0.90",
    "roc_auc 0.991, recall 0.90, specificity 0.90",
  ],
  [
    "area 1 at a bad threshold",
    BINARY,
    "roc_auc 1.00, recall 0.50, specificity 0.50",
    "roc_auc 1.00, recall 0.00, specificity 1.00",
  ],
  ["area of pairs", { ...BINARY, n: 5, positives: 2 }, "roc_auc 0.80", "roc_auc 0.83"],
  [
    "out of range",
    BINARY,
    "roc_auc 1.20, recall 0.50, specificity 0.50",
    "roc_auc 0.50, recall 0.50, specificity 0.50",
  ],
  ["one matrix", { ...BINARY, n: 50, positives: 10 }, "recall 0.75", "recall 0.70"],
  ["micro", MANY, "accuracy 0.80, f1_micro 0.82", "accuracy 0.80, f1_micro 0.80"],
  ["weighted recall", UNSIZED, "accuracy 0.80, recall_weighted 0.82", "accuracy 0.80, recall_weighted 0.80"],
  ["one share of rows", MANY, "accuracy 0.8, f1_micro 0.74", "accuracy 0.8, f1_micro 0.75"],
  ["rows right", MANY, "accuracy 0.805", "accuracy 0.81"],
  ["recall of a class", MANY, "recall:c 0.82", "recall:c 0.85"],
  [
    "F1 of one class",
    MANY,
    "precision:c 0.80, recall:c 0.85, f1:c 0.90",
    "precision:c 0.85, recall:c 0.85, f1:c 0.85",
  ],
  [
    "accuracy of recalls",
    MANY,
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.70",
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.68",
  ],
  [
    "accuracy between recalls",
    UNSIZED,
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.83",
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.78",
  ],
  [
    "macro recall",
    MANY,
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, recall_macro 0.66",
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, recall_macro 0.63",
  ],
  [
    "balanced accuracy of classes",
    MANY,
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, balanced_accuracy 0.66",
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, balanced_accuracy 0.63",
  ],
  [
    "macro F1 of classes",
    UNSIZED,
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_macro 0.66",
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_macro 0.63",
  ],
  [
    "weighted F1 of classes",
    MANY,
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_weighted 0.63",
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_weighted 0.68",
  ],
  [
    "weighted F1 between",
    UNSIZED,
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_weighted 0.83",
    "f1:a 0.80, f1:b 0.60, f1:c 0.50, f1_weighted 0.78",
  ],
  [
    "macro F1 of macro averages",
    UNSIZED,
    "precision_macro 0.80, recall_macro 0.70, f1_macro 0.78",
    "precision_macro 0.80, recall_macro 0.70, f1_macro 0.75",
  ],
  [
    "all decisions",
    MANY,
    "precision:a 0.50, precision:b 0.50, precision:c 0.50, recall:a 0.80, recall:b 0.80, recall:c 0.80",
    "precision:a 0.80, precision:b 0.80, precision:c 0.80, recall:a 0.80, recall:b 0.80, recall:c 0.80",
  ],
  [
    "too few decisions",
    MANY,
    "precision:a 1.0, precision:b 1.0, precision:c 1.0, recall:a 0.80, recall:b 0.80, recall:c 0.80",
    "",
  ],
  [
    "a class without rows",
    { ...MANY, classes: [...(MANY.classes ?? []), { name: "d", n: 0 }] },
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.70",
    "recall:a 0.80, recall:b 0.60, recall:c 0.50, accuracy 0.68",
  ],
  ["class sizes", { ...MANY, n: 99 }, "accuracy 0.80", ""],
  ["MAE and RMSE", NUMBERS, "mae 2.10, rmse 2.00", "mae 2.00, rmse 2.00"],
  ["MAE and MSE", NUMBERS, "mae 2.10, mse 4.00", "mae 2.00, mse 4.00"],
  ["RMSE of ten", TEN, "mae 1.00, rmse 3.30", "mae 1.00, rmse 3.16"],
  ["MSE is RMSE²", NUMBERS, "mse 4.10, rmse 2.00", "mse 4.00, rmse 2.00"],
  ["largest and MAE", NUMBERS, "mae 2.10, max_error 2.00", "mae 2.00, max_error 2.00"],
  ["largest and RMSE", NUMBERS, "rmse 2.10, max_error 2.00", "rmse 2.00, max_error 2.00"],
  ["largest of ten and MAE", TEN, "mae 1.00, max_error 10.20", "mae 1.00, max_error 10.00"],
  ["largest of ten and RMSE", TEN, "rmse 1.00, max_error 3.30", "rmse 1.00, max_error 3.16"],
  ["median and largest", NUMBERS, "medae 2.10, max_error 2.00", "medae 2.00, max_error 2.00"],
  ["median and MAE", NUMBERS, "medae 2.10, mae 1.00", "medae 2.00, mae 1.00"],
  ["median and MAE of ten", TEN, "medae 1.75, mae 1.00", "medae 1.67, mae 1.00"],
  ["median and RMSE", NUMBERS, "medae 1.50, rmse 1.00", "medae 1.41, rmse 1.00"],
  [
    "MAE of median and largest",
    NUMBERS,
    "medae 1.00, max_error 3.00, mae 2.10",
    "medae 1.00, max_error 3.00, mae 2.00",
  ],
  [
    "MSE of MAE and largest",
    NUMBERS,
    "mae 1.00, max_error 3.00, mse 3.20",
    "mae 1.00, max_error 3.00, mse 3.00",
  ],
  ["mean error and MAE", NUMBERS, "mean_error -2.10, mae 2.00", "mean_error -2.00, mae 2.00"],
  ["mean error and RMSE", NUMBERS, "mean_error 2.10, rmse 2.00", "mean_error 2.00, rmse 2.00"],
  [
    "negated by scikit-learn",
    NUMBERS,
    "neg_mean_absolute_error -2.10, rmse 2.00",
    "neg_mean_absolute_error -2.00, rmse 2.00",
  ],
  ["negative error", NUMBERS, "mae -2.10, rmse 2.00", "mae 2.00, rmse 2.00"],
  [
    "R² and explained variance",
    NUMBERS,
    "r2 0.80, explained_variance 0.78",
    "r2 0.80, explained_variance 0.80",
  ],
  [
    "R² and variance",
    TEN,
    "r2 0.90, mse 2.00, target_variance 10.00",
    "r2 0.80, mse 2.00, target_variance 10.00",
  ],
  [
    "R² and a variance over n - 1",
    TEN,
    "r2 0.75, mse 2.00, target_variance 10.00",
    "r2 0.78, mse 2.00, target_variance 10.00",
  ],
  [
    "R², RMSE and deviation",
    TEN,
    "r2 0.90, rmse 1.00, target_std 2.00",
    "r2 0.75, rmse 1.00, target_std 2.00",
  ],
  [
    "explained variance and variance",
    TEN,
    "explained_variance 0.60, mse 2.00, target_variance 10.00",
    "explained_variance 0.85, mse 2.00, target_variance 10.00",
  ],
  [
    "explained variance and bias",
    NUMBERS,
    "r2 0.80, explained_variance 0.90, mean_error 1.00, mse 4.00",
    "r2 0.80, explained_variance 0.85, mean_error 1.00, mse 4.00",
  ],
  [
    "twice in regression",
    NUMBERS,
    "rmse 2.10, root_mean_squared_error 2.00",
    "rmse 2.0, root_mean_squared_error 2.00",
  ],
];

describe("a law of reported numbers", () => {
  it.each(LAWS)("%s", (_law, facts, broken, kept) => {
    expect(kindsOf(facts, broken)).toContain("impossible");
    if (kept !== "") expect(kindsOf(facts, kept)).not.toContain("impossible");
  });

  it.each(LAWS)("%s is named by every number it is about", (_law, facts, broken) => {
    const numbers = numbersOf(broken);
    for (const { about, because } of consistencyOf(facts, numbers)) {
      expect(because).not.toMatch(/NaN|Infinity|undefined/);
      for (const one of about) expect(numbers).toContain(one);
    }
    const spoken = consistencyOf(facts, numbers).flatMap(({ about }) => about);
    if (facts.task !== "multiclass" || facts.n === null) expect(new Set(spoken)).toEqual(new Set(numbers));
  });
});

it.each([
  ["a name that is none", BINARY, "sparkle 0.5"],
  ["no number", BINARY, "recall NaN"],
  ["a threshold in the name", BINARY, "recall@0.35 0.5"],
  ["F without beta", BINARY, "fbeta 0.5"],
  ["a number alone", BINARY, "recall 0.5"],
  ["what nothing binds", NUMBERS, "mape 0.5"],
  ["several classes, and not which", UNSIZED, "precision 0.90, recall 0.80, f1 0.10"],
  ["top 3 and top 5", UNSIZED, "top_3_accuracy 0.80, top_5_accuracy 0.90"],
] as const)("cannot tell: %s", (_name, facts, text) => {
  expect(kindsOf(facts, text)).toEqual(new Set(["cannot-tell"]));
});

it("a variance that may be 0 binds nothing, for tools write 0 or 1 for R² then", () => {
  expect(kindsOf(NUMBERS, "r2 0.00, mse 2.00, target_variance 0.00")).toEqual(new Set(["possible"]));
});

it("balanced accuracy of one class alone is its recall, in some tools", () => {
  const text = "recall 0.00, specificity 0.70, balanced_accuracy 0.70";
  expect(kindsOf(BINARY, text)).toEqual(new Set(["possible"]));
});

it("cannot tell an area by decisions that another score may have made", () => {
  const facts: Facts = { ...BINARY, decidedByScore: false };
  expect(kindsOf(facts, "roc_auc 0.60, recall 0.90, specificity 0.80")).toEqual(new Set(["cannot-tell"]));
});

it("says which law, what it leaves, and gives a matrix for what is possible", () => {
  expect(consistencyOf(BINARY, numbersOf("precision 0.80, recall 0.70, f1 0.77"))[0]?.because).toBe(
    "f1 0.77 cannot go with precision 0.80 and recall 0.70: F is 2PR / (P + R), here between 0.741644 and 0.756711",
  );
  const rows: Facts = { ...BINARY, n: 20, positives: 5 };
  expect(consistencyOf(rows, numbersOf("accuracy 0.90, recall 0.60"))).toMatchObject([
    { kind: "possible", example: { tp: 3, fp: 0, fn: 2, tn: 15 } },
  ]);
});

it("the numbers that break no law are still held together as a matrix", () => {
  const rows: Facts = { ...BINARY, n: 20, positives: 5 };
  const findings = consistencyOf(rows, numbersOf("precision 0.80, recall 0.60, f1 0.90, accuracy 0.88"));
  expect(findings.map(({ kind, about }) => [kind, about.map(({ metric }) => metric)])).toEqual([
    ["impossible", ["f1", "precision", "recall"]],
    ["impossible", ["accuracy"]],
  ]);
});

it("thousands of numbers and classes take no long way and no long sentence", () => {
  const names = Array.from({ length: 3000 }, (_, index) => `c${index}`);
  const facts: Facts = { task: "multiclass", n: null, classes: names.map((name) => ({ name, n: 4 })) };
  const numbers = names.flatMap((name) => [
    digits("recall", "0.75", { class: name }),
    digits("precision", "0.30", { class: name }),
  ]);
  const findings = consistencyOf(facts, [...numbers, digits("recall_macro", "0.5")]);
  expect(findings.filter(({ kind }) => kind === "impossible").length).toBe(2);
  expect(Math.max(...findings.map(({ because }) => because.length))).toBeLessThan(600);
});
