import type { AlertCondition, AlertFact } from "../../../output/fact.ts";
import { type Comparand, conditionsOf } from "../condition.ts";

/** A metric alert of Azure Monitor by whatever template it is in. Null is known only when it is deployed. */
export interface MetricAlert extends Pick<AlertFact, "name" | "labels" | "actions" | "at"> {
  readonly enabled: boolean | null;
  readonly criteria: readonly Criterion[];
  readonly window: number | null;
}

export interface Criterion {
  readonly metric: string | null;
  readonly aggregation: string | null;
  readonly operator: string | null;
  readonly threshold: number | "moving" | null;
}

const OPERATORS: ReadonlyMap<string, AlertCondition["operator"]> = new Map([
  ["greaterthan", ">"],
  ["greaterthanorequal", ">="],
  ["lessthan", "<"],
  ["lessthanorequal", "<="],
  ["equals", "=="],
  ["notequals", "!="],
  ["greaterorlessthan", "!="],
]);

export function metricAlertFact(alert: MetricAlert): AlertFact {
  const { name, labels, actions, at, window, criteria } = alert;
  const comparands = criteria.map(
    ({ metric, aggregation, operator, threshold }): Comparand => ({
      metric,
      statistic: aggregation,
      operator: OPERATORS.get(operator?.toLowerCase() ?? "") ?? null,
      threshold,
      window,
    }),
  );
  const written = criteria.map(
    (each) =>
      `${each.aggregation ?? ""}(${each.metric ?? "?"}) ${each.operator ?? "?"} ${each.threshold ?? "?"}`,
  );
  return {
    kind: "alert",
    name,
    expression: written.join(" and "),
    ...conditionsOf(comparands),
    labels,
    enabled: alert.enabled === true,
    actions,
    at,
  };
}
