import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import { type AnyRule, defaultsOf } from "../rules/rule.ts";
import type { Policy, RuleSetting, RuleSettings, TierPolicy } from "./policy.ts";
import type { Severity } from "./severity.ts";

/** How one rule applies to one model: off, not yet due, or in force with its severity and parameters. */
export type RuleForce =
  | { readonly kind: "off" }
  | { readonly kind: "not-due"; readonly due: Lifecycle }
  | { readonly kind: "in-force"; readonly severity: Severity; readonly parameters: Record<string, unknown> };

/** What a policy asks of a model of one tier at one stage. */
export interface Effective {
  readonly blocking: Severity;
  readonly tier: TierPolicy;
  force(rule: AnyRule): RuleForce;
}

const DEFAULT_SEVERITY: Severity = "medium";

/** Stages in the order in which a model passes them; a retired one has left the road. */
const PASSED: readonly Lifecycle[] = ["development", "staging", "production"];

/**
 * Layers, later over earlier, key by key: a rule's own defaults; the policy's rules; the tier's rules; the tier's rules
 * for each stage up to the model's own.
 */
export function effectivePolicy(policy: Policy, tier: Tier, stage: Lifecycle): Effective {
  const tierPolicy = policy.tiers[tier];
  const reached = stage === "retired" ? [stage] : PASSED.filter((name) => progress(name) <= progress(stage));
  const layers: RuleSettings[] = [policy.rules, tierPolicy.rules];
  for (const name of reached) layers.push(tierPolicy.stages.get(name) ?? new Map());
  return {
    blocking: tierPolicy.blocking[stage],
    tier: tierPolicy,
    force(rule) {
      const setting = layers.reduce<RuleSetting>((below, layer) => over(below, layer.get(rule.id)), {});
      const { severity = DEFAULT_SEVERITY, due = "development", parameters = {} } = setting;
      if (severity === "off") return { kind: "off" };
      if (!isDue(due, stage)) return { kind: "not-due", due };
      return { kind: "in-force", severity, parameters: { ...defaultsOf(rule), ...parameters } };
    },
  };
}

function over(below: RuleSetting, above: RuleSetting | undefined): RuleSetting {
  if (!above) return below;
  return { ...below, ...above, parameters: { ...below.parameters, ...above.parameters } };
}

/** Stages ahead are not due. A retired model has left the road, so what staging or production ask is not for it. */
function isDue(due: Lifecycle, stage: Lifecycle): boolean {
  if (due === "development" || due === stage) return true;
  return due !== "retired" && progress(stage) >= progress(due);
}

/** How far along; -1 off the road. */
function progress(stage: Lifecycle): number {
  return PASSED.indexOf(stage);
}
