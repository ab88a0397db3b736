import { LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../../inventory/vocabulary.ts";
import { effectivePolicy } from "../../policy/effective.ts";
import type { Policy } from "../../policy/policy.ts";
import { atLeastAsSevere } from "../../policy/severity.ts";
import { pageAddress } from "../../rules/describe.ts";
import type { Example } from "../../rules/example.ts";
import type { AnyRule, Remedy } from "../../rules/rule.ts";
import type { Control } from "../coverage/catalogue.ts";
import { type ShownValue, shownValue } from "../policy/shown-value.ts";
import { type ExplainedText, explainedDefinition } from "./definition.ts";
import { strictnessWords } from "./strictness.ts";

type ByTier<T> = Readonly<Record<Tier, T>>;

/** What a policy makes of a rule for one tier; severity and due as they are in production. */
export interface ExplainedForce {
  readonly severity: ShownValue;
  readonly due: ShownValue;
  /** The stages at which an open finding holds the model. */
  readonly holds: readonly Lifecycle[];
}

export interface ExplainedParameter {
  readonly name: string;
  readonly description: string;
  readonly default: unknown;
  /** Which of two values asks for more, in words. */
  readonly stricter: string;
  /** In production. */
  readonly effective: ByTier<ShownValue>;
}

/** A rule, and what a policy makes of it. */
export interface ExplainedRule {
  readonly schema: "effective-challenge/explained-rule/v1";
  readonly rule: string;
  readonly question: string;
  readonly why: string;
  readonly judges: "present" | "removed";
  readonly policy: { readonly name: string; readonly version: string };
  readonly tiers: ByTier<ExplainedForce>;
  readonly parameters: readonly ExplainedParameter[];
  readonly controls: readonly Pick<Control, "id" | "group" | "verified" | "statement">[];
  readonly remedy: Remedy;
  /** The texts of a rule of a policy's own, each with its line; null for a rule of the tool. */
  readonly definition: readonly ExplainedText[] | null;
  readonly example: Example | null;
  /** The address of its page; null for a rule of a policy's own. */
  readonly page: string | null;
}

export function explainedRule(rule: AnyRule, policy: Policy, controls: readonly Control[]): ExplainedRule {
  const { id, question, why, judges = "present", remedy, example } = rule;
  return {
    schema: "effective-challenge/explained-rule/v1",
    rule: id,
    question,
    why,
    judges,
    policy: { name: policy.name, version: policy.version },
    tiers: byTier((tier) => forceOf(rule, policy, tier)),
    parameters: Object.entries(rule.parameters).map(([name, schema]) => ({
      name,
      description: schema.description,
      default: schema.default,
      stricter: strictnessWords(schema.stricter),
      effective: byTier((tier) => {
        const { parameters } = effectivePolicy(policy, tier, "production").settled(rule);
        return shownValue(parameters[name] ?? { value: schema.default, from: [] });
      }),
    })),
    controls: controls
      .filter((control) => rule.controls.includes(control.id))
      .map(({ id, group, verified, statement }) => ({ id, group, verified, statement })),
    remedy,
    definition: explainedDefinition(id, policy),
    example,
    page: example === null ? null : pageAddress(id),
  };
}

function forceOf(rule: AnyRule, policy: Policy, tier: Tier): ExplainedForce {
  const { severity, due } = effectivePolicy(policy, tier, "production").settled(rule);
  return {
    severity: shownValue(severity),
    due: shownValue(due),
    holds: LIFECYCLES.filter((stage) => holdsAt(rule, policy, tier, stage)),
  };
}

function holdsAt(rule: AnyRule, policy: Policy, tier: Tier, stage: Lifecycle): boolean {
  const { blocking, force } = effectivePolicy(policy, tier, stage);
  const how = force(rule);
  return how.kind === "in-force" && how.severity !== "info" && atLeastAsSevere(how.severity, blocking);
}

function byTier<T>(of: (tier: Tier) => T): ByTier<T> {
  return Object.fromEntries(TIERS.map((tier) => [tier, of(tier)])) as Record<Tier, T>;
}
