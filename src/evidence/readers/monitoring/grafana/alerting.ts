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
import { alertOf, isRule, records } from "./rule.ts";

/** Alerting that Grafana is provisioned with or exports. Source: the file provisioning reference. */
export const grafanaAlerting = defineReader<"document">({
  tool: "grafana",
  form: "document",
  about: {
    versions: [
      "groups of rules of 10.1 and 11.6, as Grafana's Foundation SDK builds them",
      "file provisioning, apiVersion 1, whose frame is built from its reference: the server cannot run here",
    ],
    detectedBy:
      "a map with `groups` whose rules have `title`, `condition` and `data`, one such group with `folderUid` and `interval`, such rules alone, or `apiVersion` with `contactPoints` or `policies`",
    notRead:
      "queries other than PromQL; recording rules; what happens without data; mute timings; templates; contact points and policies as the API takes them one by one",
  },
  recognises: ({ root }) => rulesOf(root).some(isRule) || isGroup(root) || hasDestinations(root),
  async read({ root }) {
    const promql = await promqlParser();
    const rules = rulesOf(root).filter((rule) => isRule(rule) && !records(rule));
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

/** In groups, in one group, or alone, as the API gives and takes them. */
function rulesOf(root: Json): readonly Json[] {
  if (root.isList) return [...root.items()];
  if (isGroup(root)) return [...root.get("rules").items()];
  if (isRule(root)) return [root];
  return [...root.get("groups").items()].flatMap((group) => [...group.get("rules").items()]);
}

function isGroup(root: Json): boolean {
  return root.get("rules").isList && root.get("folderUid").text() !== null && root.has("interval");
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
