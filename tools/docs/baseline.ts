import { startOf } from "../../src/documents/place.ts";
import type { Lifecycle, Tier } from "../../src/inventory/vocabulary.ts";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { atLeastAsSevere } from "../../src/policy/severity.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { type AnyRule, defaultsOf } from "../../src/rules/rule.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { inRoot } from "./root.ts";

const PATH = "policies/baseline.yaml";

/** @throws Error when the bundled policy is not accepted. */
export async function readBaseline(): Promise<Policy> {
  const shelf = {
    tree: await workTree(inRoot("."), CAPS, null),
    shipped: await shippedPolicies(),
    rules: RULES,
    caps: CAPS,
  };
  const loading = await loadPolicy("baseline", startOf(PATH), shelf);
  if (loading.kind === "policy") return loading.policy;
  throw new Error(loading.problems.map(({ at, says }) => `${PATH}:${at.line}: ${says}`).join("\n"));
}

/** What the policy makes of a rule for one tier at one stage, in a word or two. */
export function standing(policy: Policy, rule: AnyRule, tier: Tier, stage: Lifecycle): string {
  const { blocking, force } = effectivePolicy(policy, tier, stage);
  const how = force(rule);
  switch (how.kind) {
    case "off":
      return "off";
    case "not-due":
      return `from ${how.due} on`;
    case "in-force":
      return how.severity !== "info" && atLeastAsSevere(how.severity, blocking)
        ? `**${how.severity}**`
        : how.severity;
  }
}

/** The parameters that the policy sets for a tier in production, where they are not the rule's own defaults. */
export function parametersSet(policy: Policy, rule: AnyRule, tier: Tier): Readonly<Record<string, unknown>> {
  const how = effectivePolicy(policy, tier, "production").force(rule);
  if (how.kind !== "in-force") return {};
  const defaults = defaultsOf(rule);
  const set = Object.entries(how.parameters).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
  );
  return Object.fromEntries(set);
}
