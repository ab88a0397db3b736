import type { Average, Metric, MetricParameters, Reads } from "../../statistics/metric.ts";

/** More classes than this are measured by their averages alone. */
export const MOST_CLASSES = 30;

const BETAS = [0.5, 2];
const CLASSES_DEEP = [2, 3, 5, 10];
const ROWS_DEEP = [10, 100, 1000];
const DEPTHS = [0.01, 0.05, 0.1, 0.2];
const QUANTILES = [0.1, 0.5, 0.9];

/** The settings under which a metric is reported: its averages and classes, its usual β, k and depths, its cells. */
export function settingsFor(
  metric: Metric,
  classes: readonly string[],
  rows: number,
): readonly MetricParameters[] {
  const shown = classes.length > MOST_CLASSES ? [] : classes;
  if (metric.name === "confusion_matrix") {
    return shown.flatMap((actual) => shown.map((predicted) => ({ actual, predicted })));
  }
  if (metric.name === "support") return shown.map((name) => ({ class: name }));
  if (metric.takes.includes("depth")) return DEPTHS.map((depth) => ({ depth }));
  if (metric.takes.includes("alpha")) return QUANTILES.map((alpha) => ({ alpha }));
  if (metric.takes.includes("k")) {
    return metric.task === "binary"
      ? ROWS_DEEP.filter((k) => k <= rows).map((k) => ({ k }))
      : CLASSES_DEEP.filter((k) => k < classes.length).map((k) => ({ k }));
  }
  const averaged = averagesOf(metric, shown);
  if (!metric.takes.includes("beta")) return averaged;
  return BETAS.flatMap((beta) => averaged.map((setting) => ({ ...setting, beta })));
}

const AVERAGES: Readonly<Record<"classes" | "labels", Partial<Record<Reads, readonly Average[]>>>> = {
  classes: { decision: ["macro", "micro", "weighted"], score: ["macro", "weighted"] },
  labels: { decision: ["macro", "micro", "weighted", "samples"], score: ["macro", "micro", "weighted"] },
};

/** Of two classes a metric is of the positive one. */
function averagesOf(metric: Metric, classes: readonly string[]): readonly MetricParameters[] {
  if (metric.task === "binary" || !metric.takes.includes("average")) return [{}];
  const averages = AVERAGES[metric.task === "multilabel" ? "labels" : "classes"][metric.reads] ?? [];
  if (!metric.takes.includes("class")) return averages.map((average) => ({ average }));
  return [...averages.map((average) => ({ average })), ...classes.map((name) => ({ class: name }))];
}
