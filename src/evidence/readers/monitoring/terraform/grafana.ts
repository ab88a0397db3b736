import type { AlertFact, Matcher, Receiver, Route, RouteFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import { RouteFault } from "../alertmanager/route-tree.ts";
import { GrafanaCondition } from "../grafana/condition.ts";
import { type Query, secondsIn } from "../grafana/query.ts";
import { textOf } from "../grafana/rule.ts";
import { textsOf } from "../labels.ts";
import type { ParsePromql } from "../promql/parse.ts";
import type { Resource } from "./resource.ts";

const MOST_LEVELS = 20;

export function grafanaAlerts({ type, values }: Resource, promql: ParsePromql): AlertFact[] {
  if (type !== "grafana_rule_group") return [];
  return [...values.get("rule").items()].map((rule) => alertOf(rule, promql));
}

function alertOf(rule: Json, promql: ParsePromql): AlertFact {
  const queries = [...rule.get("data").items()].map(queryOf);
  const contact = rule.get("notification_settings", 0, "contact_point").text();
  const condition = rule.get("condition").text() ?? "";
  return {
    kind: "alert",
    name: rule.get("name").text() ?? "",
    expression: queries.map(({ ref, model }) => `${ref}: ${textOf(model)}`).join("; "),
    ...new GrafanaCondition(queries, promql).firing(condition, secondsIn(rule.get("for"))),
    labels: textsOf(rule.get("labels")),
    enabled: rule.get("is_paused").boolean() !== true,
    actions: contact === null ? null : [contact],
    at: rule.at,
  };
}

/** The provider keeps a query's model as JSON text. */
function queryOf(data: Json): Query {
  const text = data.get("model").text() ?? "";
  const from = data.get("relative_time_range", 0, "from").number();
  const to = data.get("relative_time_range", 0, "to").number() ?? 0;
  return {
    ref: data.get("ref_id").text() ?? "",
    model: data.get("model").with(parseLoosely(text)?.value),
    range: from === null ? null : from - to,
  };
}

/** `slack` with one entry or more delivers through slack. */
export function grafanaDestinations({ type, values }: Resource): Receiver[] {
  if (type !== "grafana_contact_point") return [];
  const through = [...values.entries()].flatMap(([key, value]) =>
    value.isList && value.size > 0 && value.get(0).isMap ? [key] : [],
  );
  return [{ name: values.get("name").text() ?? "", through }];
}

/** The one tree of policies; the receivers are those of the whole plan. */
export function grafanaPolicies({ type, values }: Resource): RouteFact[] {
  if (type !== "grafana_notification_policy") return [];
  return [{ kind: "route", root: policyOf(values, 1), receivers: [], at: values.at }];
}

function policyOf(policy: Json, level: number): Route {
  if (level > MOST_LEVELS) throw new RouteFault(policy, "notification policies are nested too deeply");
  return {
    receiver: policy.get("contact_point").text() || null,
    matchers: [...policy.get("matcher").items()].map(matcherOf),
    continues: policy.get("continue").boolean() === true,
    routes: [...policy.get("policy").items()].map((child) => policyOf(child, level + 1)),
  };
}

function matcherOf(matcher: Json): Matcher {
  const operator = matcher.get("match").text();
  if (operator !== "=" && operator !== "!=" && operator !== "=~" && operator !== "!~")
    throw new RouteFault(matcher, "a matcher compares in no known way");
  return { label: matcher.get("label").text() ?? "", operator, value: matcher.get("value").text() ?? "" };
}
