import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import { effectivePolicy } from "../../policy/effective.ts";
import { isDue } from "../../policy/layers.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PlacedRule } from "../../policy/settled.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { type ShownTerms, shownTerms } from "./shown-terms.ts";
import { placeOf, type ShownValue, shownValue } from "./shown-value.ts";

export interface ShownRule {
  readonly rule: string;
  readonly standing: "in-force" | "not-due" | "off";
  readonly severity: ShownValue;
  readonly due: ShownValue;
  readonly parameters: Readonly<Record<string, ShownValue>>;
  /** What a file asks and another asks more of. */
  readonly withoutEffect: readonly { readonly key: string; readonly value: unknown; readonly at: string }[];
}

/** What a policy asks of models of one tier at one stage, and where each value is written. */
export interface ShownPolicy {
  readonly schema: "effective-challenge/policy/v1";
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** The policy's own file first. */
  readonly files: readonly string[];
  readonly tier: Tier;
  readonly stage: Lifecycle;
  readonly terms: ShownTerms;
  /** Nothing in force can hold a model. */
  readonly requiresNothing: boolean;
  readonly rules: readonly ShownRule[];
}

export function shownPolicy(
  policy: Policy,
  tier: Tier,
  stage: Lifecycle,
  rules: readonly AnyRule[],
): ShownPolicy {
  const { terms, settled, force } = effectivePolicy(policy, tier, stage);
  const shown = rules.map((rule) => shownRule(rule.id, settled(rule), stage));
  return {
    schema: "effective-challenge/policy/v1",
    name: policy.name,
    version: policy.version,
    sha256: policy.sha256,
    files: policy.files.map(({ path }) => path),
    tier,
    stage,
    terms: shownTerms(policy, tier, terms),
    requiresNothing: rules.every((rule) => force(rule).kind !== "in-force"),
    rules: shown,
  };
}

function shownRule(rule: string, settled: PlacedRule, stage: Lifecycle): ShownRule {
  const { severity, due, parameters, withoutEffect } = settled;
  return {
    rule,
    standing: severity.value === "off" ? "off" : isDue(due.value, stage) ? "in-force" : "not-due",
    severity: shownValue(severity),
    due: shownValue(due),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, shownValue(value)]),
    ),
    withoutEffect: withoutEffect.map(({ key, value, at }) => ({ key, value, at: placeOf(at) })),
  };
}
