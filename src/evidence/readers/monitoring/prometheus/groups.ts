import type { AlertFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { type ParsePromql, promqlParser } from "../promql/parse.ts";
import { withoutAlerts } from "../reading.ts";
import { alertOf } from "./alert.ts";

export interface RuleGroups {
  readonly alerts: readonly AlertFact[];
  readonly incomplete: readonly Shortfall[];
  readonly warnings: readonly OutputWarning[];
}

/** `groups` of Prometheus' rule files, told from Grafana's and from anyone's own by what a rule in them has. */
export function areRuleGroups(groups: Json): boolean {
  if (!groups.isList || groups.size === 0) return false;
  for (const group of groups.items()) {
    if (group.get("name").text() === null || group.has("folder")) return false;
    const rules = group.get("rules");
    if (rules.exists && !rules.isList) return false;
    for (const rule of rules.items()) if (!isRule(rule)) return false;
  }
  return [...groups.items()].some((group) => group.has("rules"));
}

function isRule(rule: Json): boolean {
  return rule.has("expr")
    ? rule.has("alert") || rule.has("record")
    : rule.has("alert") && !rule.has("condition");
}

/** The alerts of several lists of groups. A rule that records is no alert. */
export async function readGroups(lists: readonly Json[], root: Json): Promise<RuleGroups> {
  const promql = await promqlParser();
  const warnings: OutputWarning[] = [];
  const alerts = lists.flatMap((groups) =>
    [...groups.items()].flatMap((group) => alertsOf(group, promql, warnings)),
  );
  const says = "no rule in the file is an alert, so that nothing fires";
  const fix = "name the rule file that has the alerts, or add them";
  return { alerts, incomplete: withoutAlerts(alerts, root, says, fix), warnings };
}

function alertsOf(group: Json, promql: ParsePromql, warnings: OutputWarning[]): AlertFact[] {
  const alerts: AlertFact[] = [];
  for (const rule of group.get("rules").items()) {
    if (!rule.has("alert")) continue;
    if (rule.has("record")) {
      const says = "a rule has both `alert` and `record`, and Prometheus refuses the file for it";
      warnings.push({ code: "alert-and-record", says, at: rule.at });
    }
    alerts.push(alertOf(rule, group.get("labels"), promql));
  }
  return alerts;
}
