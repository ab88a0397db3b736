import type { AlertFact, Receiver } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { alarmFact } from "../cloudwatch/alarm.ts";
import { scalarText, textsOf } from "../labels.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { type Resource, referencesOf, textsOrReferences } from "./resource.ts";

export function awsAlerts(resource: Resource, promql: ParsePromql): AlertFact[] {
  if (resource.type !== "aws_cloudwatch_metric_alarm") return [];
  const { values, address, expressions } = resource;
  const alarm = alarmFact(
    {
      name: scalarText(values.get("alarm_name")) ?? address,
      enabled: values.get("actions_enabled").boolean() ?? !expressions.has("actions_enabled"),
      actions: textsOrReferences(values.get("alarm_actions"), expressions.get("alarm_actions"), resource),
      at: values.at,
      labels: textsOf(values.get("dimensions")),
      metric: values.get("metric_name").text(),
      statistic: values.get("statistic").text() ?? values.get("extended_statistic").text(),
      comparison: values.get("comparison_operator").text(),
      threshold: values.get("threshold").number(),
      period: values.get("period").number(),
      periods: values.get("evaluation_periods").number(),
      queries: [...values.get("metric_query").items()].map(queryOf),
    },
    promql,
  );
  return [alarm];
}

function queryOf(query: Json) {
  const metric = query.get("metric", 0);
  return {
    id: query.get("id").text() ?? "",
    expression: query.get("expression").text() || null,
    metric: metric.get("metric_name").text(),
    statistic: metric.get("stat").text(),
    period: metric.get("period").number() ?? query.get("period").number(),
    returned: query.get("return_data").boolean() === true,
  };
}

/** A topic by its address, through whatever subscribes to it in the plan. */
export function awsDestinations({ type, values, address, expressions }: Resource): Receiver[] {
  if (type !== "aws_sns_topic_subscription") return [];
  const through = [values.get("protocol").text() ?? "unknown"];
  const topics = referencesOf(expressions.get("topic_arn"), address);
  const arn = values.get("topic_arn").text();
  return [...topics, ...(arn === null ? [] : [arn])].map((name) => ({ name, through }));
}
