import { CATALOGUE } from "./catalogue.ts";
import type { Metric, MetricOf, MetricParameters } from "./metric.ts";
import { normalName, settingIn, thresholdIn } from "./metric-name.ts";
import { nearestName } from "./nearest-name.ts";
import { negated } from "./negated.ts";
import type { Sample } from "./sample.ts";

type Task = Sample["task"];

/** The metric that a name means, and what the name says beside it. */
export interface FoundMetric {
  readonly metric: Metric;
  /** The name is another word for the metric, which a reader should be told. */
  readonly alias: boolean;
  /** Settings that are part of the name: `f1_macro`, `top_5_accuracy`, `f2`, `lift@0.1`. */
  readonly implied?: MetricParameters;
  /** The threshold in `recall@0.35`: the number means decisions made at it. */
  readonly threshold?: number;
  /** How the metric may differ from what the name means elsewhere. */
  readonly note?: string;
}

/** The metrics of a task in a fixed order, without the negatives that `neg_` names mean. */
export function metricsOf<T extends Task>(task: T): readonly MetricOf<T>[] {
  return CATALOGUE[task];
}

/**
 * The metric of the task that `name` means: its name, an alias, or a scikit-learn scorer, however spelled.
 * `neg_` before a metric whose lower values are better means its negative, as scikit-learn's scorers report
 * it, and finds a metric of that name (`neg_log_loss`). Null when the task has no such metric.
 */
export function findMetric(name: string, task: Task): FoundMetric | null {
  return find(normalName(name), task);
}

/** The name of the task's metric that `name` looks most like, or null when none is near. */
export function nearestMetric(name: string, task: Task): string | null {
  const normal = normalName(name);
  const found = find(normal, task);
  if (found) return found.metric.name;
  const near = nearestName(settingIn(normal)?.name ?? normal, [...BY_NAME[task].keys()]);
  return near === null ? null : (BY_NAME[task].get(near)?.name ?? null);
}

const BY_NAME = {
  binary: byName(CATALOGUE.binary),
  multiclass: byName(CATALOGUE.multiclass),
  multilabel: byName(CATALOGUE.multilabel),
  regression: byName(CATALOGUE.regression),
} as const;

const NEGATIVES = new Map<Metric, Metric>(
  [...CATALOGUE.binary, ...CATALOGUE.multiclass, ...CATALOGUE.multilabel, ...CATALOGUE.regression]
    .filter((metric) => metric.better === "lower")
    .map((metric) => [metric, negativeOf(metric)]),
);

/** The tasks whose decisions a threshold on scores can make. */
const THRESHOLDED: ReadonlySet<Task> = new Set<Task>(["binary", "multilabel"]);

const PR_AUC = "average precision; the area under the precision-recall curve by trapezoids differs from it";
const NOTES: ReadonlyMap<string, string> = new Map([
  ["pr_auc", PR_AUC],
  ["auc_pr", PR_AUC],
  ["auprc", PR_AUC],
  ["aupr", PR_AUC],
  ["prauc", PR_AUC],
]);

function find(normal: string, task: Task): FoundMetric | null {
  const named = BY_NAME[task].get(normal);
  if (named) return plain(named, normal);
  if (normal.startsWith("neg_")) return findNegative(normal.slice("neg_".length), task);
  const at = thresholdIn(normal);
  if (at) {
    const found = find(at.name, task);
    if (found?.metric.takes.includes("depth")) return { ...found, implied: { depth: at.threshold } };
    if (found?.metric.reads !== "decision" || !THRESHOLDED.has(task)) return null;
    return { ...found, threshold: at.threshold };
  }
  const setting = settingIn(normal);
  const found = setting && find(setting.name, task);
  if (!found) return null;
  const takes: readonly string[] = found.metric.takes;
  if (!Object.keys(setting.implied).every((key) => takes.includes(key))) return null;
  return { ...found, implied: { ...found.implied, ...setting.implied } };
}

function findNegative(normal: string, task: Task): FoundMetric | null {
  const found = find(normal, task);
  const negative = found && NEGATIVES.get(found.metric);
  return negative ? { ...found, metric: negative } : null;
}

function plain(metric: Metric, normal: string): FoundMetric {
  const note = NOTES.get(normal);
  return {
    metric,
    alias: normal !== normalName(metric.name),
    ...(isMacroByName(metric) && { implied: { average: "macro" } }),
    ...(note !== undefined && { note }),
  };
}

/** scikit-learn's scorers of the scores of several classes or labels are means over them. */
function isMacroByName({ task, reads, takes }: Metric): boolean {
  const several = task === "multiclass" || task === "multilabel";
  return several && reads === "score" && takes.includes("average");
}

function byName(metrics: readonly Metric[]): ReadonlyMap<string, Metric> {
  return new Map(
    metrics.flatMap((metric) =>
      [metric.name, ...metric.aliases].map((name) => [normalName(name), metric] as const),
    ),
  );
}

function negativeOf(metric: Metric): Metric {
  switch (metric.task) {
    case "binary":
      return negated(metric);
    case "multiclass":
      return negated(metric);
    case "multilabel":
      return negated(metric);
    case "regression":
      return negated(metric);
  }
}
