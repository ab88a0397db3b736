import { LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../../inventory/vocabulary.ts";
import { effectivePolicy } from "../../policy/effective.ts";
import { layersOf } from "../../policy/layers.ts";
import type { Policy } from "../../policy/policy.ts";
import type { AnyRule } from "../../rules/rule.ts";
import type { Tested } from "./tested.ts";

/** A rule in force for a tier at some stages that no test saw find something, or saw find all well. */
export interface UnreachedRule {
  readonly rule: string;
  readonly tier: Tier;
  readonly never: "a finding" | "fine";
  readonly stages: readonly Lifecycle[];
}

/** Of a policy that extends others, the rules that its own file sets: those others have tests of their own. */
export function unreachedRules(
  tested: readonly Tested[],
  policy: Policy,
  rules: readonly AnyRule[],
): UnreachedRule[] {
  const seen = new Set<string>();
  for (const { outcome, prepared } of tested) {
    const { tiering, stage, judgement } = outcome;
    const idle = prepared.trial.expect.idle ?? [];
    for (const { rule, outcome: answer } of judgement.checks) {
      const kind = answer === "cannot-tell" ? "finding" : answer;
      // Whoever states that a rule asks nothing has looked at it from both sides.
      const kinds = idle.includes(rule.id) ? ["finding", "fine"] : [kind];
      for (const one of kinds) seen.add(`${rule.id} ${tiering.effective} ${stage} ${one}`);
    }
  }
  return rules.flatMap((rule) =>
    TIERS.flatMap((tier) => {
      const inForce = LIFECYCLES.filter(
        (stage) =>
          speaksOf(policy, rule, tier, stage) &&
          effectivePolicy(policy, tier, stage).force(rule).kind === "in-force",
      );
      return (["finding", "fine"] as const).flatMap((kind) => {
        const stages = inForce.filter((stage) => !seen.has(`${rule.id} ${tier} ${stage} ${kind}`));
        const never = kind === "finding" ? "a finding" : kind;
        return stages.length > 0 ? [{ rule: rule.id, tier, never, stages } as const] : [];
      });
    }),
  );
}

function speaksOf({ files }: Policy, rule: AnyRule, tier: Tier, stage: Lifecycle): boolean {
  const [own, ...extended] = files;
  return own === undefined || extended.length === 0 || layersOf(own, tier, stage, rule.id).length > 0;
}
