import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";
import { isDue } from "./layers.ts";
import type { Acceptance, Policy, TierPolicy } from "./policy.ts";
import { type PlacedRule, placedRule, type Settlement, settle } from "./settled.ts";
import type { Severity } from "./severity.ts";
import { escalation, type SettledTerms, settledTerms } from "./terms.ts";

/** How one rule applies to one model: off, not yet due, or in force with its severity and parameters. */
export type RuleForce =
  | { readonly kind: "off" }
  | { readonly kind: "not-due"; readonly due: Lifecycle }
  | { readonly kind: "in-force"; readonly severity: Severity; readonly parameters: Record<string, unknown> };

/** What a policy asks of a model of one tier at one stage. */
export interface Effective {
  readonly blocking: Severity;
  /** What would hold the model once it is in production. */
  readonly blockingInProduction: Severity;
  readonly remediationDays: TierPolicy["remediationDays"];
  readonly accept: Readonly<Partial<Record<Severity, Acceptance>>>;
  /** The same terms with where each was written. */
  readonly terms: SettledTerms;
  /** The role that a rule's finding is escalated to; null for none. */
  escalateTo(rule: string, severity: Severity): string | null;
  force(rule: AnyRule): RuleForce;
  /** The same with where each value was written. */
  settled(rule: AnyRule): PlacedRule;
}

const remembered = new WeakMap<Policy, Map<string, Effective>>();

/** Worked out once for each tier and stage. */
export function effectivePolicy(policy: Policy, tier: Tier, stage: Lifecycle): Effective {
  const known = remembered.get(policy) ?? new Map<string, Effective>();
  remembered.set(policy, known);
  const key = `${tier} ${stage}`;
  const effective = known.get(key) ?? workedOut(policy, tier, stage);
  known.set(key, effective);
  return effective;
}

function workedOut(policy: Policy, tier: Tier, stage: Lifecycle): Effective {
  const settlements = new Map<AnyRule, Settlement>();
  const settlementOf = (rule: AnyRule): Settlement => {
    const found = settlements.get(rule) ?? settle(policy, tier, stage, rule);
    settlements.set(rule, found);
    return found;
  };
  const forces = new Map<AnyRule, RuleForce>();
  const terms = settledTerms(policy, tier, stage);
  return {
    blocking: terms.blocking.value,
    blockingInProduction: settledTerms(policy, tier, "production").blocking.value,
    remediationDays: mapped(terms.remediationDays, ({ value }) => value),
    accept: mapped(terms.accept, ({ by, days }) => ({ by: by.value, days: days.value })),
    terms,
    escalateTo(rule, severity) {
      return escalation(policy, tier, rule.slice(0, rule.indexOf("/")), severity)?.value ?? null;
    },
    settled: (rule) => placedRule(settlementOf(rule)),
    force(rule) {
      const found = forces.get(rule) ?? forceOf(settlementOf(rule), stage);
      forces.set(rule, found);
      return found;
    },
  };
}

function forceOf({ severity, due, parameters }: Settlement, stage: Lifecycle): RuleForce {
  if (severity.value === "off") return { kind: "off" };
  if (!isDue(due.value, stage)) return { kind: "not-due", due: due.value };
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  return { kind: "in-force", severity: severity.value, parameters: values };
}

function mapped<T, U>(
  of: Readonly<Partial<Record<Severity, T>>>,
  to: (one: T) => U,
): Readonly<Partial<Record<Severity, U>>> {
  return Object.fromEntries(Object.entries(of).map(([severity, one]) => [severity, to(one)]));
}
