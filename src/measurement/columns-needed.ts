import { nearest } from "../documents/nearest.ts";
import type { SingleRole } from "../evidence/roles.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Claim } from "../inventory/claim.ts";
import type { PredictionSettings } from "../inventory/model.ts";
import type { Metric } from "../statistics/metric.ts";
import type { DecisionSource } from "./need.ts";

export type Readiness =
  | { readonly kind: "ready"; readonly decision: DecisionSource }
  | { readonly kind: "ambiguous" | "unbound"; readonly says: string; readonly fix: string };

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
  const missing = (role: SingleRole | "scores"): Readiness => {
    const doubtful = reading.ambiguous.find((doubt) => doubt.role === role);
    if (doubtful) {
      const columns = doubtful.columns.join(" and ");
      const fix = `say which: \`columns: { ${role}: ${doubtful.columns[0]} }\``;
      return { kind: "ambiguous", says: `${columns} both fit the role \`${role}\``, fix };
    }
    const gone = reading.absent.find((entry) => entry.role === role);
    if (gone) {
      const hint = gone.nearest === null ? "" : `; the nearest is "${gone.nearest}"`;
      const says = `${table.id} has no column "${gone.declared.value}"${hint}`;
      return { kind: "unbound", says, fix: `correct \`columns: { ${role}: … }\`` };
    }
    const says = `no column of ${table.id} is known to be the ${role}`;
    return { kind: "unbound", says, fix: `map it: \`columns: { ${role}: … }\`` };
  };

  if (roles.label === null) return missing("label");
  if (roles.count !== null) {
    return { kind: "unbound", says: "pre-aggregated counts are not read yet", fix: "give one row per case" };
  }
  if (claim.weighted && roles.weight === null) return missing("weight");
  const names = header.columns.map((column) => column.name);
  for (const column of Object.keys(claim.slice)) {
    if (names.includes(column)) continue;
    const close = nearest(column, names);
    const says = `${table.id} has no column "${column}" to slice by${close === null ? "" : `; the nearest is "${close}"`}`;
    return { kind: "unbound", says, fix: "add the column to the evidence, or correct the claim's `slice`" };
  }

  switch (metric.reads) {
    case "prediction":
      return roles.prediction !== null || roles.score !== null
        ? { kind: "ready", decision: null }
        : missing("prediction");
    case "score":
      if (metric.task === "multiclass")
        return roles.scores.size > 0 ? { kind: "ready", decision: null } : missing("scores");
      return roles.score !== null || roles.scores.size > 0
        ? { kind: "ready", decision: null }
        : missing("score");
    case "decision": {
      const hasScore = roles.score !== null || roles.scores.size > 0;
      const { threshold } = claim;
      if (threshold !== null && metric.task === "binary") {
        return hasScore ? { kind: "ready", decision: { threshold } } : missing("score");
      }
      if (roles.prediction !== null) return { kind: "ready", decision: "column" };
      if (metric.task === "binary" && settings.threshold && hasScore) {
        return { kind: "ready", decision: { threshold: settings.threshold.value } };
      }
      const answer = missing("prediction");
      if (answer.kind === "ambiguous" || metric.task !== "binary" || !hasScore) return answer;
      const says = `${metric.name} needs a decision, and neither the claim nor the card gives a threshold for the score`;
      return {
        kind: "unbound",
        says,
        fix: "add `prediction: { threshold: … }` to the card, or `threshold:` to the claim",
      };
    }
  }
}
