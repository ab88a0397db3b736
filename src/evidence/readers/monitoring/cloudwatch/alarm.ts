import type { AlertCondition, AlertFact } from "../../../output/fact.ts";
import { type Comparand, conditionsOf } from "../condition.ts";
import { compared } from "../promql/compared.ts";
import { quantityOf } from "../promql/conditions.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { measured, type Quantity } from "../promql/quantity.ts";

/** An alarm of CloudWatch by whatever template it is in. Null is known only when it is deployed. */
export interface Alarm extends Pick<AlertFact, "name" | "labels" | "actions" | "at"> {
  readonly enabled: boolean | null;
  readonly metric: string | null;
  readonly statistic: string | null;
  /** `GreaterThanThreshold` and its like. */
  readonly comparison: string | null;
  readonly threshold: number | null;
  readonly period: number | null;
  readonly periods: number | null;
  /** Metric math; the one that is returned is compared. */
  readonly queries: readonly MetricQuery[];
}

export interface MetricQuery {
  readonly id: string;
  readonly expression: string | null;
  readonly metric: string | null;
  readonly statistic: string | null;
  readonly period: number | null;
  readonly returned: boolean;
}

const OPERATORS: ReadonlyMap<string, AlertCondition["operator"]> = new Map([
  ["GreaterThanThreshold", ">"],
  ["GreaterThanOrEqualToThreshold", ">="],
  ["LessThanThreshold", "<"],
  ["LessThanOrEqualToThreshold", "<="],
  ["GreaterThanUpperThreshold", ">"],
  ["LessThanLowerThreshold", "<"],
  ["LessThanLowerOrGreaterThanUpperThreshold", "!="],
]);

/** Actions that are off, or that may be, are no alert's. */
export function alarmFact(alarm: Alarm, promql: ParsePromql): AlertFact {
  const { name, labels, actions, at, comparison } = alarm;
  const band = comparison?.includes("Upper") || comparison?.includes("Lower");
  const threshold = band ? "moving" : alarm.threshold;
  const operator = OPERATORS.get(comparison ?? "") ?? null;
  return {
    kind: "alert",
    name,
    expression: `${whatOf(alarm)} ${comparison ?? "?"} ${alarm.threshold ?? "?"}`,
    ...firing(alarm, operator, threshold, promql),
    labels,
    enabled: alarm.enabled === true,
    actions,
    at,
  };
}

function firing(
  alarm: Alarm,
  operator: AlertCondition["operator"] | null,
  threshold: number | "moving" | null,
  promql: ParsePromql,
): Pick<AlertFact, "conditions" | "unread"> {
  const { queries, periods } = alarm;
  const returned = queries.find((query) => query.returned);
  const query = returned ?? alarm;
  const period = query.period ?? queries.find((each) => each.period !== null)?.period ?? null;
  const window = period === null || periods === null ? null : period * periods;
  const plain: Comparand = { metric: query.metric, statistic: query.statistic, operator, threshold, window };
  if (returned === undefined || returned.expression === null) return conditionsOf([plain]);
  const quantity = mathOf(returned.expression, queries, promql);
  if (operator === null || typeof threshold !== "number")
    return conditionsOf([
      { ...plain, statistic: null, metric: quantity.kind === "measured" ? quantity.name : null },
    ]);
  const conditions = compared(operator, quantity, { kind: "constant", value: threshold });
  const unread = conditions.length > 0 ? null : "its metric math comes to no metric";
  return { conditions: conditions.map((each) => ({ ...each, window })), unread };
}

/** The arithmetic of metric math is PromQL's; what is not is named as it is written, with the metrics' names. */
function mathOf(expression: string, queries: readonly MetricQuery[], promql: ParsePromql): Quantity {
  const names = new Map(queries.map(({ id, metric, statistic }) => [id, nameOf(metric, statistic)]));
  const parsed = promql(expression);
  if ("expression" in parsed)
    return quantityOf(parsed.expression, (id) => {
      const name = names.get(id);
      return name === undefined ? null : measured(name);
    });
  return measured(expression.replaceAll(/[A-Za-z_]\w*/g, (id) => names.get(id) ?? id));
}

function nameOf(metric: string | null, statistic: string | null): string {
  const [condition] = conditionsOf([
    { metric, statistic, operator: ">", threshold: 0, window: null },
  ]).conditions;
  return condition?.metric ?? "?";
}

function whatOf({ metric, statistic, queries }: Alarm): string {
  const returned = queries.find((query) => query.returned);
  if (returned) return returned.expression ?? `${returned.statistic ?? ""}(${returned.metric ?? "?"})`;
  return `${statistic ?? ""}(${metric ?? "?"})`;
}
