import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";

const QUALITY: ReadonlySet<string> = new Set(["ClassificationQualityMetric", "RegressionQualityMetric"]);
const BY_CLASS = "ClassificationQualityByClass";
const ROUNDING = 1e-9;

/** The numbers of the current data; those of the reference are of other rows. */
export function qualityFacts(metric: Json): readonly MetricFact[] {
  const name = metric.get("metric").text() ?? "";
  const current = metric.get("result", "current");
  const common = { kind: "metric" as const, split: null, dataset: null, slice: {} };
  if (name === BY_CLASS)
    return [...current.get("metrics").entries()].flatMap(([label, row]) =>
      ["precision", "recall", "f1"].map((measure) => {
        const n = row.get("support").number();
        const { at } = row.get(measure);
        return {
          ...common,
          name: measure,
          value: row.get(measure).number(),
          params: { class: label },
          n,
          at,
        };
      }),
    );
  if (!QUALITY.has(name)) return [];
  return [...current.entries()].flatMap(([measure, json]): MetricFact[] => {
    if (typeof json.value !== "number") return [];
    return [{ ...common, name: measure, value: json.number(), params: {}, n: null, at: json.at }];
  });
}

interface Matrix {
  readonly labels: readonly string[];
  /** Rows are the true classes, columns the predicted ones. */
  readonly values: readonly (readonly number[])[];
}

/** What the confusion matrix of the same report gives for the scores of it, on the current data and the reference. */
export function qualityAggregates(metrics: readonly Json[]): readonly Aggregate[] {
  return (["current", "reference"] as const).flatMap((data) => {
    const found = metrics
      .map((metric) => matrixOf(metric.get("result", `${data}_matrix`)))
      .find((each) => each !== null);
    return found == null ? [] : metrics.flatMap((metric) => scoresOf(metric, data, found));
  });
}

function matrixOf(json: Json): Matrix | null {
  const labels = [...json.get("labels").items()].map(({ value }) => String(value));
  const values = [...json.get("values").items()].map((row) =>
    [...row.items()].map((cell) => cell.number() ?? Number.NaN),
  );
  const square = values.length === labels.length && values.every((row) => row.length === labels.length);
  return labels.length > 1 && square ? { labels, values } : null;
}

function scoresOf(metric: Json, data: "current" | "reference", matrix: Matrix): readonly Aggregate[] {
  const result = metric.get("result", data);
  const rows = sum(matrix.values.flat());
  const held = (name: string, json: Json, recomputed: number): readonly Aggregate[] => {
    const stated = typeof json.value === "number" ? json.number() : null;
    if (stated === null || !Number.isFinite(recomputed)) return [];
    return [
      { name: `${data}|${name}`, stated, recomputed, because: null, tolerance: ROUNDING, rows, at: json.at },
    ];
  };
  if (metric.get("metric").text() === "ClassificationQualityMetric") {
    const diagonal = sum(matrix.labels.map((_, index) => matrix.values[index]?.[index] ?? Number.NaN));
    const accuracy = held("accuracy", result.get("accuracy"), diagonal / rows);
    // Which class is the positive one, the report does not say: of two it is the second, as labels are sorted.
    if (matrix.labels.length !== 2) return accuracy;
    const [[tn = 0, fp = 0] = [], [fn = 0, tp = 0] = []] = matrix.values;
    const rates = { tpr: tp / (tp + fn), tnr: tn / (tn + fp), fpr: fp / (tn + fp), fnr: fn / (tp + fn) };
    const scores = {
      precision: tp / (tp + fp),
      recall: tp / (tp + fn),
      f1: (2 * tp) / (2 * tp + fp + fn),
      ...rates,
    };
    return [
      ...accuracy,
      ...Object.entries(scores).flatMap(([name, value]) => held(name, result.get(name), value)),
    ];
  }
  if (metric.get("metric").text() !== BY_CLASS) return [];
  return matrix.labels.flatMap((label, index) => {
    const hits = matrix.values[index]?.[index] ?? Number.NaN;
    const [truly, said] = [
      sum(matrix.values[index] ?? []),
      sum(matrix.values.map((row) => row[index] ?? Number.NaN)),
    ];
    const row = result.get("metrics", label);
    const scores = {
      precision: hits / said,
      recall: hits / truly,
      f1: (2 * hits) / (truly + said),
      support: truly,
    };
    return Object.entries(scores).flatMap(([name, value]) => held(`${name}|${label}`, row.get(name), value));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
