import { nearestColumn } from "../evidence/roles.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Claim } from "../inventory/claim.ts";
import type { PredictionSettings } from "../inventory/model.ts";
import type { Metric } from "../statistics/metric.ts";
import type { Header } from "../tables/table.ts";
import type { DecisionSource, Slice } from "./need.ts";
import { type NotReady, RoleColumns } from "./role-columns.ts";

export type Readiness = { readonly kind: "ready"; readonly decision: DecisionSource } | NotReady;

/**
 * Whether a table has the columns that a metric reads. The decision is the claim's threshold on the score, else the
 * prediction column, else the card's threshold; never a silent 0.5.
 */
export function columnsNeeded(
  table: EvidenceTable,
  claim: Pick<Claim, "slice" | "weighted"> & { readonly threshold: number | null },
  settings: PredictionSettings,
  metric: Metric,
): Readiness {
  if (table.content.kind === "undeclared") {
    return { kind: "unbound", says: `evidence "${table.id}" has no path`, fix: "add `path:` to the entry" };
  }
  if (table.content.kind === "unreadable") {
    return { kind: "unbound", says: table.content.problem.says, fix: table.content.problem.fix };
  }
  const { reading, header } = table.content;
  const { roles } = reading;
  const columns = new RoleColumns(table.id, reading);

  const truth = metric.task === "multilabel" ? "labels" : "label";
  const untrue = columns.without(truth);
  if (untrue) return untrue;
  const miscounted = columns.trouble("count");
  if (miscounted) return miscounted;
  if (claim.weighted && roles.weight === null) return columns.missing("weight");
  return unsliceable(claim.slice, table.id, header) ?? readable(columns, claim.threshold, settings, metric);
}

function readable(
  columns: RoleColumns,
  threshold: number | null,
  settings: PredictionSettings,
  metric: Metric,
): Readiness {
  const ready: Readiness = { kind: "ready", decision: null };
  const isByThreshold = metric.task === "binary" || metric.task === "multilabel";
  const decided = metric.task === "multilabel" ? "predictions" : "prediction";
  const unscored = () => (metric.task === "binary" ? columns.withoutScore() : columns.without("scores"));
  switch (metric.reads) {
    case "prediction": {
      const doubt = columns.trouble("prediction");
      if (doubt) return doubt;
      return columns.has("prediction") || columns.has("score") ? ready : columns.missing("prediction");
    }
    case "interval":
      return columns.without("lower") ?? columns.without("upper") ?? ready;
    case "score":
      return unscored() ?? ready;
    case "decision": {
      if (threshold !== null && isByThreshold) {
        return unscored() ?? { kind: "ready", decision: { threshold } };
      }
      const doubt = columns.without(decided);
      if (doubt === null) return { kind: "ready", decision: "column" };
      if (columns.trouble(decided) || !isByThreshold) return doubt;
      const scoreless = unscored();
      if (scoreless) return settings.threshold ? scoreless : doubt;
      if (settings.threshold) return { kind: "ready", decision: { threshold: settings.threshold.value } };
      return {
        kind: "unbound",
        says: `${metric.name} needs a decision, and neither the claim nor the card gives a threshold for the score`,
        fix: "add `prediction: { threshold: … }` to the card, or `threshold:` to the claim",
      };
    }
  }
}

function unsliceable(slice: Slice, table: string, header: Header): NotReady | null {
  for (const column of Object.keys(slice)) {
    if (header.columns.some(({ name }) => name === column)) continue;
    const close = nearestColumn(
      column,
      header.columns.map(({ name }) => name),
    );
    const hint = close === null ? "" : `; the nearest is "${close}"`;
    const says = `${table} has no column "${column}" to slice by${hint}`;
    return { kind: "unbound", says, fix: "add the column to the evidence, or correct the claim's `slice`" };
  }
  return null;
}
