import type { Json } from "../../../output/json.ts";

type Side = "" | "Unprivileged" | "Privileged";
type Rate = (count: (...names: readonly string[]) => number) => number;

const [TP, FP, TN, FN] = [
  "numTruePositives",
  "numFalsePositives",
  "numTrueNegatives",
  "numFalseNegatives",
] as const;
/** The tool's own misspellings among them. */
const P = ["numPositives", "numPositivea", "numPositive"] as const;
const N = ["numNegatives", "numNegative"] as const;

const accuracy: Rate = (count) => (count(TP) + count(TN)) / (count(...P) + count(...N));

const RATES: Readonly<Record<string, Rate>> = {
  accuracy,
  "error rate": (count) => 1 - accuracy(count),
  "false discovery rate": (count) => count(FP) / (count(TP) + count(FP)),
  "false negative rate": (count) => count(FN) / count(...P),
  "false omission rate": (count) => count(FN) / (count(TN) + count(FN)),
  "false positive rate": (count) => count(FP) / count(...N),
  "negative predictive value": (count) => count(TN) / (count(TN) + count(FN)),
  "positive predictive value": (count) => count(TP) / (count(TP) + count(FP)),
  "true negative rate": (count) => count(TN) / count(...N),
  "true positive rate": (count) => count(TP) / count(...P),
};

/**
 * The metric from the counts that the explainer writes beside it; NaN where they are not there, null where the metric
 * does not rest on counts. Source: aif360.explainers.MetricJSONExplainer.
 */
export function fromCounts(key: string, explained: Json): number | null {
  const count =
    (side: Side) =>
    (...names: readonly string[]): number => {
      for (const name of names) {
        const { value } = explained.get(name + side);
        if (typeof value === "number") return value;
      }
      return Number.NaN;
    };
  const rate = (name: string, side: Side) => RATES[name]?.(count(side)) ?? Number.NaN;
  const off = (name: string) => rate(name, "Unprivileged") - rate(name, "Privileged");
  if (Object.hasOwn(RATES, key)) return rate(key, "");
  const [, of = "", how] = /^(.{1,60}) (difference|ratio)$/.exec(key) ?? [];
  // The tool calls the privileged group's false positives its positives in this one.
  if (key === "false positive rate difference") {
    const privileged = count("Privileged");
    return rate(of, "Unprivileged") - privileged(FP, "numPositives") / privileged(...N);
  }
  if (Object.hasOwn(RATES, of))
    return how === "ratio" ? rate(of, "Unprivileged") / rate(of, "Privileged") : off(of);
  const [tpr, fpr] = [off("true positive rate"), off("false positive rate")];
  const favourable = (side: Side, total: string) =>
    count(side)("numPositivePredictions", "numPositives") / count(side)(total);
  switch (key) {
    case "average odds difference":
      return (fpr + tpr) / 2;
    case "average absolute odds difference":
      return (Math.abs(fpr) + Math.abs(tpr)) / 2;
    case "disparate impact":
      return favourable("Unprivileged", "num") / favourable("Privileged", "num");
    case "statistical parity difference":
    case "mean difference":
      return favourable("Unprivileged", "numInstances") - favourable("Privileged", "numInstances");
    default:
      return null;
  }
}

/** The rows that a metric is of, where its counts say so. */
export function rowsOf(explained: Json): number | null {
  const sum = (...names: readonly string[]): number =>
    names.reduce((total, name) => total + (explained.get(name).number() ?? Number.NaN), 0);
  const totals = [
    sum("numInstances"),
    sum("numInstancesUnprivileged", "numInstancesPrivileged"),
    sum("numUnprivileged", "numPrivileged"),
    sum("numPositives", "numNegatives"),
  ];
  return totals.find(Number.isFinite) ?? null;
}
