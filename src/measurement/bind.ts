import type { Dossier } from "../case/dossier.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Claim } from "../inventory/claim.ts";
import type { Metric, MetricParameters } from "../statistics/metric.ts";
import { findMetric } from "../statistics/registry.ts";
import { chooseTable } from "./choose-table.ts";
import { columnsNeeded } from "./columns-needed.ts";
import { taskFix } from "./fitting-task.ts";
import type { DecisionSource, MetricNeed } from "./need.ts";
import { parametersOf } from "./parameters.ts";
import { sampleTask } from "./task.ts";
import { unknownMetric } from "./unknown-metric.ts";

/** A claim is bound to exactly one measurement, or it is said why it is not. Tables are never searched for a match. */
export type Binding =
  | {
      readonly kind: "bound";
      readonly claim: Claim;
      readonly metric: Metric;
      readonly need: MetricNeed;
      readonly table: EvidenceTable;
      /** The threshold that the claim states, in its own field or in its name; the card's is not the claim's. */
      readonly threshold: number | null;
      readonly notes: readonly string[];
    }
  | {
      readonly kind: "ambiguous" | "unbound";
      readonly claim: Claim;
      readonly says: string;
      readonly fix: string;
    };

const DEFAULT_CONFIDENCE = 0.95;
const REPLICATE = "have a reviewer replicate this number";

export function bindClaim(claim: Claim, dossier: Dossier): Binding {
  const unbound = (says: string, fix: string): Binding => ({ kind: "unbound", claim, says, fix });
  if (claim.unread) return unbound(unread(claim), UNREAD_FIX);
  const { task } = dossier.model;
  if (!task) {
    return unbound("the card does not say the model's task", taskFix(dossier));
  }
  const kind = sampleTask(task.value);
  if (!kind) return unbound(`metrics of ${task.value} are not recomputed yet`, REPLICATE);
  const found = findMetric(claim.metric.value, kind);
  if (!found && task.value === "generation")
    return unbound(`"${claim.metric.value}" of generated text is not recomputed`, REPLICATE);
  if (!found) {
    const { says, fix } = unknownMetric(claim.metric.value, task.value, kind);
    return unbound(says, fix);
  }
  const { metric } = found;
  const parameters = { ...found.implied, ...parametersOf(claim) };
  const missing = missingParameter(metric, parameters);
  if (missing) return { kind: "ambiguous", claim, ...missing };

  const choice = chooseTable(claim, dossier);
  if (choice.kind !== "table") return { kind: choice.kind, claim, says: choice.says, fix: choice.fix };
  const { table } = choice;
  const threshold = claim.threshold?.value ?? found.threshold ?? null;
  const columns = columnsNeeded(table, { ...claim, threshold }, dossier.model.prediction, metric);
  if (columns.kind !== "ready") return { kind: columns.kind, claim, says: columns.says, fix: columns.fix };
  const notes = [...choice.notes];
  if (found.alias) notes.push(`"${claim.metric.value}" is read as ${found.note ?? metric.name}`);
  return {
    kind: "bound",
    claim,
    metric,
    table,
    threshold,
    notes,
    need: needOf(claim, metric, parameters, table, columns.decision),
  };
}

/** The same for every such number, so that a card has one finding for all of them. */
const UNREAD_FIX =
  "give it a line of its own, such as `- Macro F1: 0.61`, or a row of a table; the number of another model goes under a heading `Baseline`";

function unread({ metric, at }: Claim): string {
  return `a number near "${metric.value}" on line ${at.line} was not read, for its sentence says more than is understood`;
}

function needOf(
  claim: Claim,
  metric: Metric,
  parameters: MetricParameters,
  table: EvidenceTable,
  decision: DecisionSource,
): MetricNeed {
  const confidence = claim.confidence ?? DEFAULT_CONFIDENCE;
  const { slice, weighted } = claim;
  return {
    kind: "metric",
    table: table.id,
    metric: metric.name,
    parameters,
    decision,
    weighted,
    slice,
    confidence,
  };
}

/** Settings without which a metric that takes them is none. */
const NEEDED = ["k", "beta", "depth", "alpha"] as const;

/** A metric per class has no one value over several classes until the claim says how they are averaged. */
function missingParameter(metric: Metric, given: MetricParameters): { says: string; fix: string } | null {
  const averaged =
    metric.takes.includes("average") && given.average === undefined && given.class === undefined;
  if (metric.task === "multiclass" && averaged) {
    const says = `${metric.name} of several classes needs an average or a class`;
    return { says, fix: "add `average: macro` (or micro, weighted), or `class:`, to the claim" };
  }
  if (metric.task === "multilabel" && averaged) {
    const says = `${metric.name} of several labels needs an average or a label`;
    return { says, fix: "add `average: macro` (or micro, weighted, samples), or `class:`, to the claim" };
  }
  const missing = NEEDED.find((key) => metric.takes.includes(key) && given[key] === undefined);
  if (missing === undefined) return null;
  return { says: `${metric.name} needs its ${missing}`, fix: `add \`${missing}:\` to the claim` };
}
