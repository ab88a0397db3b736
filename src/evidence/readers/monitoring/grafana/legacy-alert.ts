import type { AlertFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { GrafanaCondition } from "./condition.ts";
import { secondsIn } from "./query.ts";
import { textOf } from "./rule.ts";

const CONDITION = "the panel's alert";

/** An alert inside a panel, as Grafana had them up to version 8: its conditions name the panel's own queries. */
export function legacyAlert(panel: Json, promql: ParsePromql): AlertFact {
  const alert = panel.get("alert");
  const targets = [...panel.get("targets").items()].map((model) => ({
    ref: model.get("refId").text() ?? "",
    model,
    range: null,
  }));
  const classic = { ref: CONDITION, model: classicConditions(alert), range: null };
  const notified = [...alert.get("notifications").items()];
  return {
    kind: "alert",
    name: alert.get("name").text() ?? "",
    expression: targets.map(({ ref, model }) => `${ref}: ${textOf(model)}`).join("; "),
    ...new GrafanaCondition([...targets, classic], promql).firing(CONDITION, secondsIn(alert.get("for"))),
    labels: {},
    enabled: true,
    actions: notified.flatMap((each) => each.get("uid").text() ?? each.get("id").number()?.toString() ?? []),
    at: alert.at,
  };
}

/** The alert's conditions are those of today's classic condition, which has a type. */
function classicConditions(alert: Json): Json {
  return alert.with({ type: "classic_conditions", conditions: alert.get("conditions").value });
}
