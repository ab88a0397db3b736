import type { AlertFact, DashboardFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { seriesIn } from "../promql/expression.ts";
import { type ParsePromql, promqlParser } from "../promql/parse.ts";
import { configuration } from "../reading.ts";
import { legacyAlert } from "./legacy-alert.ts";
import { withoutVariables } from "./query.ts";

/** A dashboard as Grafana exports it. It shows, and fires nothing; before Grafana 9 a panel could hold an alert. */
export const grafanaDashboard = defineReader<"document">({
  tool: "grafana-dashboard",
  form: "document",
  about: {
    versions: [
      "schemaVersion 36 and 41, as Grafana's Foundation SDK builds them for 10.1 and 11.6",
      "schemaVersion 16, built from the dashboard's reference",
    ],
    detectedBy:
      "an object with `title`, a number `schemaVersion`, and a list `panels` or `rows` or both `templating` and `annotations`, alone, in `dashboard`, or in the `spec` of a manifest",
    notRead:
      "queries other than PromQL, variables, what a panel looks like, the second form of dashboards (`dashboard.grafana.app/v2…`)",
  },
  recognises: ({ root }) => dashboardIn(root) !== null,
  async read({ root }) {
    const dashboard = dashboardIn(root) ?? root;
    const promql = await promqlParser();
    const panels = panelsIn(dashboard);
    const { metrics, warnings } = shown(panels, promql);
    const fact: DashboardFact = {
      kind: "dashboard",
      title: dashboard.get("title").text() ?? "",
      uid: dashboard.get("uid").text(),
      metrics,
      at: dashboard.at,
    };
    const alerts: AlertFact[] = panels
      .filter((panel) => panel.get("alert", "conditions").isList)
      .map((panel) => legacyAlert(panel, promql));
    const says = "no panel of the dashboard shows a metric";
    const fix = "name the dashboard that shows the model's metrics";
    const at = warnings[0]?.at ?? dashboard.at;
    const empty = { code: "empty" as const, says, fix, at };
    const version = dashboard.get("schemaVersion").number();
    const incomplete = metrics.length > 0 ? [] : [empty];
    return configuration(
      "grafana-dashboard",
      `schemaVersion ${version}`,
      [fact, ...alerts],
      incomplete,
      warnings,
    );
  },
});

function dashboardIn(root: Json): Json | null {
  for (const json of [root, root.get("dashboard"), root.get("spec")]) {
    // One without a panel has neither list.
    const isBare = json.get("templating").isMap && json.get("annotations").isMap;
    const laidOut = json.get("panels").isList || json.get("rows").isList || isBare;
    if (typeof json.get("schemaVersion").value === "number" && laidOut && json.has("title")) return json;
  }
  return null;
}

/** Panels stand in the dashboard, in a folded row, or in the rows of old. */
function panelsIn(dashboard: Json): readonly Json[] {
  const top = [...dashboard.get("panels").items(), ...dashboard.get("rows").items()];
  return top.flatMap((panel) => [panel, ...panel.get("panels").items()]);
}

function shown(panels: readonly Json[], promql: ParsePromql) {
  const metrics = new Set<string>();
  const warnings: OutputWarning[] = [];
  for (const target of panels.flatMap((panel) => [...panel.get("targets").items()])) {
    const expression = target.get("expr").text();
    if (expression === null) continue;
    const parsed = promql(withoutVariables(expression));
    if ("expression" in parsed) for (const name of seriesIn(parsed.expression)) metrics.add(name);
    else
      warnings.push({
        code: "query-unread",
        says: `a query is not read: ${parsed.unread}`,
        at: target.get("expr").at,
      });
  }
  return { metrics: [...metrics], warnings };
}
