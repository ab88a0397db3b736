import type { Metric } from "../../src/statistics/metric.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import { code, table } from "./table.ts";

const TASKS = [
  ["binary", "Binary classification"],
  ["multiclass", "Multiclass classification"],
  ["regression", "Regression"],
] as const;

/** docs/metrics.md: the metrics that are recomputed, from the registry. */
export function metricsPage(): string {
  const parts = [
    "<!-- Generated from src/statistics by npm run docs. -->",
    "# Metrics",
    "The metrics that are recomputed, by the model's task. A name is scikit-learn's where there is one. Spelling is free: capitals, spaces, hyphens and a " +
      "closing `score` make no difference, and `f1_macro`, `top_5_accuracy` and `f2` say their setting in the name. " +
      "`neg_` before a metric whose lower values are better means its negative, as scikit-learn's scorers have it.",
    "*Reads*: the decision (a class), the score (a probability, or one per class), or the predicted number. " +
      "*Settings*: keys that a claim may give. *Better*: which direction is an improvement; counts have none.",
    ...TASKS.flatMap(([task, title]) => [`## ${title}`, rows(metricsOf(task))]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function rows(metrics: readonly Metric[]): string {
  return table(
    ["name", "also written", "reads", "settings", "better", "range"],
    metrics.map(({ name, aliases, reads, takes, better, range }) => [
      code(name),
      aliases.map(code).join(", "),
      reads,
      takes.map(code).join(", "),
      better ?? "",
      `${bound(range[0])} to ${bound(range[1])}`,
    ]),
  );
}

function bound(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "∞" : "−∞";
}
