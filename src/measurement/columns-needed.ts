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

  if (roles.label === null) return columns.missing("label");
  if (roles.count !== null) {
    return { kind: "unbound", says: "pre-aggregated counts are not read yet", fix: "give one row per case" };
  }
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
  switch (metric.reads) {
    case "prediction": {
      const doubt = columns.trouble("prediction");
      if (doubt) return doubt;
      return columns.has("prediction") || columns.has("score") ? ready : columns.missing("prediction");
    }
    case "score":
      if (metric.task === "multiclass") return columns.without("scores") ?? ready;
      return columns.withoutScore() ?? ready;
    case "decision": {
      if (threshold !== null && metric.task === "binary") {
        return columns.withoutScore() ?? { kind: "ready", decision: { threshold } };
      }
      const doubt = columns.without("prediction");
      if (doubt === null) return { kind: "ready", decision: "column" };
      if (columns.trouble("prediction") || metric.task !== "binary") return doubt;
      const unscored = columns.withoutScore();
      if (unscored) return settings.threshold ? unscored : doubt;
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
