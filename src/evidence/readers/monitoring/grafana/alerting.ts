import type { Fact, Receiver } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { RouteFault } from "../alertmanager/route-tree.ts";
import { destinations } from "../destinations.ts";
import { scalarText } from "../labels.ts";
import { promqlParser } from "../promql/parse.ts";
import { configuration, refused } from "../reading.ts";
import { contactPoints, policyTree } from "./policy.ts";
import { alertOf, isRule } from "./rule.ts";

/** Alerting that Grafana is provisioned with or exports. Source: the file provisioning reference. */
export const grafanaAlerting = defineReader<"document">({
  tool: "grafana",
  form: "document",
  about: {
    versions: ["file provisioning, apiVersion 1, built from its reference"],
    detectedBy:
      "a map with `groups` whose rules have `title`, `condition` and `data`, or with `apiVersion` and `contactPoints` or `policies`",
    notRead: "queries other than PromQL; what happens without data; mute timings; templates",
  },
  recognises: ({ root }) => rulesOf(root).some(isRule) || hasDestinations(root),
  async read({ root }) {
    const promql = await promqlParser();
    const rules = rulesOf(root).filter(isRule);
    const facts: Fact[] = rules.map((rule) => alertOf(rule, promql));
    try {
      facts.push(...routesOf(root));
    } catch (thrown) {
      if (!(thrown instanceof RouteFault)) throw thrown;
      return refused(thrown.json, thrown.message, "export it again from Grafana");
    }
    const says = "the file has no rule, no contact point and no policy";
    const empty = {
      code: "empty" as const,
      says,
      fix: "export the alerting again from Grafana",
      at: root.at,
    };
    const version = scalarText(root.get("apiVersion"));
    return configuration("grafana", version, facts, facts.length > 0 ? [] : [empty], warnings(root));
  },
});

/** In groups, or in the list that the API gives. */
function rulesOf(root: Json): readonly Json[] {
  if (root.isList) return [...root.items()];
  return [...root.get("groups").items()].flatMap((group) => [...group.get("rules").items()]);
}

function hasDestinations(root: Json): boolean {
  if (root.get("apiVersion").number() !== 1) return false;
  const named = [...root.get("contactPoints").items()].some((each) => each.has("receivers", "name"));
  const led = [...root.get("policies").items()].some((each) => each.has("receiver"));
  const files = root.get("contactPoints").isList || root.get("policies").isList || root.get("groups").isList;
  return named || led || (files && !root.has("datasources") && !root.has("providers"));
}

/** With policies, each is a tree over the file's contact points; without, the points alone. */
function routesOf(root: Json): readonly Fact[] {
  const points = root.get("contactPoints");
  const receivers: readonly Receiver[] = contactPoints(points);
  const policies = [...root.get("policies").items()];
  if (policies.length === 0) return destinations(receivers, points);
  return policies.map((policy) => ({ kind: "route", root: policyTree(policy), receivers, at: policy.at }));
}

function warnings(root: Json): OutputWarning[] {
  return rulesOf(root)
    .filter((rule) => isRule(rule) && rule.get("noDataState").text() === "OK")
    .map((rule) => ({
      code: "silent-without-data",
      says: "a rule counts missing data as fine: `noDataState: OK`",
      at: rule.get("noDataState").at,
    }));
}
