import type { AlertFact, Receiver } from "../../../output/fact.ts";
import { metricAlertFact } from "../azure/metric-alert.ts";
import { isoSeconds } from "../duration.ts";
import { scalarText } from "../labels.ts";
import { type Resource, referencesOf } from "./resource.ts";

export function azureAlerts({ type, values, address, expressions }: Resource): AlertFact[] {
  if (type !== "azurerm_monitor_metric_alert") return [];
  const severity = scalarText(values.get("severity"));
  const fixed = [...values.get("criteria").items()].map((each) => ({
    metric: each.get("metric_name").text(),
    aggregation: each.get("aggregation").text(),
    operator: each.get("operator").text(),
    threshold: each.get("threshold").number(),
  }));
  const dynamic = [...values.get("dynamic_criteria").items()].map((each) => ({
    metric: each.get("metric_name").text(),
    aggregation: each.get("aggregation").text(),
    operator: each.get("operator").text(),
    threshold: "moving" as const,
  }));
  const alert = metricAlertFact({
    name: scalarText(values.get("name")) ?? address,
    enabled: values.get("enabled").boolean() ?? !expressions.has("enabled"),
    criteria: [...fixed, ...dynamic],
    window: isoSeconds(values.get("window_size").text() ?? ""),
    labels: severity === null ? {} : { severity },
    actions: [
      ...[...values.get("action").items()].flatMap((each) => each.get("action_group_id").text() ?? []),
      ...[...expressions.get("action").items()].flatMap((each) =>
        referencesOf(each.get("action_group_id"), address),
      ),
    ],
    at: values.at,
  });
  return [alert];
}

/** `email_receiver` with one entry or more delivers by email, while the group is enabled. */
export function azureDestinations({ type, values, address }: Resource): Receiver[] {
  if (type !== "azurerm_monitor_action_group") return [];
  const through = [...values.entries()].flatMap(([key, value]) =>
    key.endsWith("_receiver") && value.isList && value.size > 0 ? [key.slice(0, -"_receiver".length)] : [],
  );
  return [{ name: address, through: values.get("enabled").boolean() === false ? [] : through }];
}
