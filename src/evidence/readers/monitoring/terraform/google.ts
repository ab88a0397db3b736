import type { AlertFact, Receiver } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { conditionsOf } from "../condition.ts";
import { secondsOf } from "../duration.ts";
import { textsOf } from "../labels.ts";
import { conditionsIn } from "../promql/conditions.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { type Resource, textsOrReferences } from "./resource.ts";

const METRIC = /metric\.type\s*=\s*"([^"]*)"/;
const OPERATORS = new Map([
  ["COMPARISON_GT", ">"],
  ["COMPARISON_LT", "<"],
] as const);

type Firing = Pick<AlertFact, "conditions" | "unread">;

export function googleAlerts(resource: Resource, promql: ParsePromql): AlertFact[] {
  if (resource.type !== "google_monitoring_alert_policy") return [];
  const { values, expressions, address } = resource;
  const each = [...values.get("conditions").items()].map((condition) => firing(condition, promql));
  const conditions = each.flatMap((one) => one.conditions);
  const because = each.find(({ unread }) => unread !== null)?.unread ?? "the policy has no condition";
  const fact: AlertFact = {
    kind: "alert",
    name: values.get("display_name").text() ?? address,
    expression: [...values.get("conditions").items()]
      .map(written)
      .join(` ${values.get("combiner").text() ?? "OR"} `),
    conditions,
    unread: conditions.length > 0 ? null : because,
    labels: textsOf(values.get("user_labels")),
    enabled: values.get("enabled").boolean() ?? !expressions.has("enabled"),
    actions: textsOrReferences(
      values.get("notification_channels"),
      expressions.get("notification_channels"),
      resource,
    ),
    at: values.at,
  };
  return [fact];
}

function firing(condition: Json, promql: ParsePromql): Firing {
  const query = condition.get("condition_prometheus_query_language", 0);
  const text = query.get("query").text();
  if (text !== null) {
    const parsed = promql(text);
    if ("unread" in parsed) return { conditions: [], unread: parsed.unread };
    return conditionsIn(parsed.expression, secondsOf(query.get("duration").text() ?? ""));
  }
  const threshold = condition.get("condition_threshold", 0);
  if (!threshold.exists) return { conditions: [], unread: "a condition without a threshold is not read" };
  const aggregation = threshold.get("aggregations", 0);
  const aligner = aggregation.get("per_series_aligner").text() ?? "";
  return conditionsOf([
    {
      metric: METRIC.exec(threshold.get("filter").text() ?? "")?.[1] ?? null,
      statistic: aligner === "ALIGN_COUNT" ? "count" : aligner,
      operator: OPERATORS.get(threshold.get("comparison").text() as "COMPARISON_GT") ?? null,
      // An unset threshold is 0; one that is known after apply is not there at all.
      threshold:
        threshold.get("threshold_value").value === null ? 0 : threshold.get("threshold_value").number(),
      window: secondsOf(threshold.get("duration").text() ?? ""),
    },
  ]);
}

function written(condition: Json): string {
  const query = condition.get("condition_prometheus_query_language", 0, "query").text();
  const threshold = condition.get("condition_threshold", 0);
  return query ?? `${threshold.get("filter").text() ?? "?"} ${threshold.get("comparison").text() ?? "?"}`;
}

/** A channel by its address, while it is enabled. */
export function googleDestinations({ type, values, address }: Resource): Receiver[] {
  if (type !== "google_monitoring_notification_channel") return [];
  const on = values.get("enabled").boolean() !== false;
  return [{ name: address, through: on ? [values.get("type").text() ?? "unknown"] : [] }];
}
