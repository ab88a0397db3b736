import type { Metric, MetricParameters } from "../../statistics/metric.ts";

/** More classes than this are measured by their averages alone. */
export const MOST_CLASSES = 30;

const BETAS = [0.5, 2];
const DEPTHS = [2, 3, 5, 10];

/** The settings under which a metric is reported: its averages and classes, its usual β and k, its cells. */
export function settingsFor(metric: Metric, classes: readonly string[]): readonly MetricParameters[] {
  const shown = classes.length > MOST_CLASSES ? [] : classes;
  if (metric.name === "confusion_matrix") {
    return shown.flatMap((actual) => shown.map((predicted) => ({ actual, predicted })));
  }
  if (metric.name === "support") return shown.map((name) => ({ class: name }));
  if (metric.takes.includes("k")) return DEPTHS.filter((k) => k < classes.length).map((k) => ({ k }));
  const averaged = averagesOf(metric, shown);
  if (!metric.takes.includes("beta")) return averaged;
  return BETAS.flatMap((beta) => averaged.map((setting) => ({ ...setting, beta })));
}

/** Of two classes a metric is of the positive one. */
function averagesOf(metric: Metric, classes: readonly string[]): readonly MetricParameters[] {
  if (metric.task !== "multiclass" || !metric.takes.includes("average")) return [{}];
  const averages =
    metric.reads === "score" ? (["macro", "weighted"] as const) : (["macro", "micro", "weighted"] as const);
  return [...averages.map((average) => ({ average })), ...classes.map((name) => ({ class: name }))];
}
