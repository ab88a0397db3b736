import type { AlertFact, Receiver } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import { destinations, gathered } from "../destinations.ts";
import { isoSeconds } from "../duration.ts";
import { scalarText, truth } from "../labels.ts";
import { configuration, withoutAlerts } from "../reading.ts";
import { knownText, nameInId } from "./arm-value.ts";
import { type Criterion, metricAlertFact } from "./metric-alert.ts";

const SCHEMA = /\/(\d{4}-\d{2}-\d{2})\/\w*deploymentTemplate\.json/i;

/** A template of Azure Resource Manager, for its metric alerts. Source: Microsoft.Insights/metricAlerts. */
export const resourceManager = defineReader<"document">({
  tool: "azure-resource-manager",
  form: "document",
  about: {
    versions: [
      "2019-04-01, with alerts as the SDK 7.0 for Python sends them",
      "languageVersion 2.0, built from its reference: no deployment can run here",
    ],
    detectedBy: "an object with a `$schema` of `deploymentTemplate.json` and `resources`",
    notRead: "values that a deployment gives: `[parameters('x')]`; queries of scheduled query rules",
  },
  recognises: ({ root }) => {
    const resources = root.get("resources");
    return SCHEMA.test(root.get("$schema").text() ?? "") && (resources.isList || resources.isMap);
  },
  read({ root }) {
    const resources = resourcesIn(root);
    const alerts = resources.flatMap(alertsOf);
    const groups = gathered(resources.flatMap(actionGroupOf));
    const says = "the template has no metric alert";
    const incomplete = withoutAlerts(alerts, root, says, "name the template that has the alerts");
    const version = SCHEMA.exec(root.get("$schema").text() ?? "")?.[1] ?? null;
    return configuration(
      "azure-resource-manager",
      version,
      [...alerts, ...destinations(groups, root)],
      incomplete,
    );
  },
});

/** Also those below another resource and in a nested deployment. */
function resourcesIn(root: Json): readonly Json[] {
  const found: Json[] = [];
  const open: Json[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    const inside = [next.get("resources"), next.get("properties", "template", "resources")];
    for (const list of inside) {
      const resources = [...list.items(), ...[...list.entries()].map(([, resource]) => resource)];
      found.push(...resources);
      open.push(...resources);
    }
  }
  return found;
}

function typeOf(resource: Json): string {
  return resource.get("type").text()?.toLowerCase() ?? "";
}

function alertsOf(resource: Json): AlertFact[] {
  const of = resource.get("properties");
  const severity = scalarText(of.get("severity"));
  const shared = {
    name: resource.get("name").text() ?? "",
    labels: severity === null ? {} : { severity },
    enabled: of.has("enabled") ? truth(of.get("enabled")) : true,
    at: resource.at,
  };
  switch (typeOf(resource)) {
    case "microsoft.insights/metricalerts":
      return [
        withoutMetric(
          of,
          metricAlertFact({
            ...shared,
            criteria: [...of.get("criteria", "allOf").items()].map(criterionOf),
            window: isoSeconds(knownText(of.get("windowSize")) ?? ""),
            actions: [...of.get("actions").items()].map((each) =>
              nameInId(each.get("actionGroupId").text() ?? ""),
            ),
          }),
        ),
      ];
    case "microsoft.insights/scheduledqueryrules": {
      const groups = [...of.get("actions", "actionGroups").items()];
      const actions = groups.map((group) => nameInId(group.text() ?? ""));
      const expression = of.get("criteria", "allOf", 0, "query").text() ?? "";
      const unread = "it runs a query, which is not read";
      return [
        {
          ...shared,
          kind: "alert",
          expression,
          conditions: [],
          unread,
          enabled: shared.enabled === true,
          actions,
        },
      ];
    }
    default:
      return [];
  }
}

/** Criteria of availability count the places from which a web test fails. */
function withoutMetric(of: Json, alert: AlertFact): AlertFact {
  const places = of.get("criteria", "failedLocationCount");
  if (!places.exists) return alert;
  const unread = "it watches whether an address can be reached, and no metric";
  return { ...alert, expression: `failedLocationCount ${scalarText(places) ?? "?"}`, unread };
}

function criterionOf(criterion: Json): Criterion {
  const dynamic = criterion.get("criterionType").text() === "DynamicThresholdCriterion";
  return {
    metric: knownText(criterion.get("metricName")),
    aggregation: knownText(criterion.get("timeAggregation")),
    operator: knownText(criterion.get("operator")),
    threshold: dynamic ? "moving" : criterion.get("threshold").number(),
  };
}

/** `emailReceivers` with one entry or more delivers by email, while the group is enabled. */
function actionGroupOf(resource: Json): Receiver[] {
  if (typeOf(resource) !== "microsoft.insights/actiongroups") return [];
  const of = resource.get("properties");
  const through = [...of.entries()].flatMap(([key, value]) =>
    key.endsWith("Receivers") && value.isList && value.size > 0 ? [key.slice(0, -"Receivers".length)] : [],
  );
  const on = truth(of.get("enabled")) !== false;
  return [{ name: resource.get("name").text() ?? "", through: on ? through : [] }];
}
