import type { Place } from "../../../../documents/place.ts";

/** Fairlearn's `MetricFrame`: each metric of each group of rows. */
export interface Frame {
  /** The metrics' names, as their user gave them. */
  readonly metrics: readonly string[];
  readonly groups: readonly Group[];
  readonly at: Place;
}

export interface Group {
  /** The value of each sensitive feature. */
  readonly slice: Readonly<Record<string, string>>;
  /** By metric; null where it is not defined. */
  readonly values: ReadonlyMap<string, Cell>;
  readonly at: Place;
}

export interface Cell {
  readonly value: number | null;
  readonly at: Place;
}

const SHARES: ReadonlySet<string> = new Set(["accuracy", "accuracy_score", "selection_rate"]);
const KNOWN: ReadonlySet<string> = new Set([
  ...SHARES,
  ...["count", "balanced_accuracy", "precision", "recall", "f1", "fpr", "fnr", "tpr", "tnr", "roc_auc"],
  ...["false_positive_rate", "false_negative_rate", "true_positive_rate", "true_negative_rate"],
  ...["precision_score", "recall_score", "f1_score", "roc_auc_score", "balanced_accuracy_score"],
  ...["mean_prediction", "zero_one_loss", "mean_absolute_error", "mean_squared_error"],
]);

export function isKnown(metric: string): boolean {
  return KNOWN.has(metric);
}

/** The share of a group's rows for which something holds, so that it is a whole number of them. */
export function isShare(metric: string): boolean {
  return SHARES.has(metric);
}

export function countOf({ values }: Group): number | null {
  const count = values.get("count")?.value ?? null;
  return count !== null && Number.isInteger(count) && count >= 0 ? count : null;
}

/** `sex=F, age=<25` */
export function groupName({ slice }: Group): string {
  return Object.entries(slice)
    .map(([feature, value]) => `${feature}=${value}`)
    .join(", ");
}
