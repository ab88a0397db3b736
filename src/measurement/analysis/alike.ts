import type { Reads } from "../../statistics/metric.ts";
import { ascending } from "../../statistics/ranking/ascending.ts";
import type { Sample } from "../../statistics/sample.ts";
import { numberedAlike } from "./correct.ts";

/** Metrics that read of a score in which order it puts the rows, and nothing else. */
const BY_ORDER: ReadonlySet<string> = new Set([
  "roc_auc",
  "average_precision",
  "gini",
  "ks_statistic",
  "gain",
  "lift",
  "precision_at_k",
  "recall_at_k",
]);

/** How two answers to the same rows are the same to a metric, or null when they differ. */
export function alikeFor(metric: string, reads: Reads, before: Sample, after: Sample): string | null {
  if (sameAnswers(reads, before, after)) return `both give every row the same ${reads}`;
  if (!BY_ORDER.has(metric) || before.task !== "binary" || after.task !== "binary") return null;
  if (before.score === null || after.score === null) return null;
  return sameOrder(before.score, after.score) ? "both scores put the rows in the same order" : null;
}

function sameAnswers(reads: Reads, before: Sample, after: Sample): boolean {
  if (before.task === "regression" && after.task === "regression") {
    return same(before.prediction, after.prediction);
  }
  if (before.task === "binary" && after.task === "binary") {
    return reads === "score" ? same(before.score, after.score) : same(before.decision, after.decision);
  }
  if (before.task !== "multiclass" || after.task !== "multiclass") return false;
  const numberOf = numberedAlike(before, after);
  if (reads === "decision") {
    return same(before.decision?.map((index) => numberOf?.[index] ?? index) ?? null, after.decision);
  }
  if (before.scores === null || after.scores === null) return false;
  if (before.classes.length !== after.classes.length) return false;
  const { scores } = after;
  return before.scores.every((column, index) => same(column, scores[numberOf?.[index] ?? index] ?? null));
}

type Column = Uint8Array | Int32Array | Float64Array | null;

function same(before: Column, after: Column): boolean {
  if (before === null || after === null || before.length !== after.length) return false;
  for (let row = 0; row < before.length; row++) if (before[row] !== after[row]) return false;
  return true;
}

function sameOrder(before: Float64Array, after: Float64Array): boolean {
  const order = ascending(before);
  for (let place = 1; place < order.length; place++) {
    const [last, row] = [order[place - 1]!, order[place]!];
    const [rose, tied] = [after[row]! > after[last]!, after[row]! === after[last]!];
    if (before[row]! === before[last]! ? !tied : !rose) return false;
  }
  return true;
}
