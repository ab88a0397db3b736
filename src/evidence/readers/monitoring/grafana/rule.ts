import type { AlertFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { textsOf, truth } from "../labels.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { GrafanaCondition } from "./condition.ts";
import { queriesOf, secondsIn } from "./query.ts";

/** A rule as it is provisioned or exported: a title, queries, and the query that is its condition. */
export function isRule(rule: Json): boolean {
  return rule.get("title").text() !== null && rule.has("condition") && rule.get("data").isList;
}

/** Since 11 a rule may write its result as a metric, and then it fires nothing. */
export function records(rule: Json): boolean {
  return rule.get("record").isMap;
}

export function alertOf(rule: Json, promql: ParsePromql): AlertFact {
  const queries = queriesOf(rule.get("data"));
  const receiver = rule.get("notification_settings", "receiver").text();
  return {
    kind: "alert",
    name: rule.get("title").text() ?? "",
    expression: queries.map(({ ref, model }) => `${ref}: ${textOf(model)}`).join("; "),
    ...new GrafanaCondition(queries, promql).firing(
      rule.get("condition").text() ?? "",
      secondsIn(rule.get("for")),
    ),
    labels: textsOf(rule.get("labels")),
    enabled: truth(rule.get("isPaused")) !== true,
    actions: receiver === null ? null : [receiver],
    at: rule.at,
  };
}

/** What a query asks, in one line. */
export function textOf(model: Json): string {
  return model.get("expr").text() ?? model.get("expression").text() ?? model.get("type").text() ?? "?";
}
