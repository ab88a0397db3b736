import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";
import { isDue } from "./layers.ts";
import type { Acceptance, Policy, TierPolicy } from "./policy.ts";
import { type SettledRule, settle } from "./settled.ts";
import { SEVERITIES, type Severity } from "./severity.ts";

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
  /** The role that a rule's finding is escalated to; null for none. */
  escalateTo(rule: string, severity: Severity): string | null;
  force(rule: AnyRule): RuleForce;
  /** The same with where each value was written. */
  settled(rule: AnyRule): SettledRule;
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
  const tiers = policy.files.map((file) => file.tiers[tier]);
  const blockingAt = (at: Lifecycle) => mildest(tiers.flatMap(({ blocking }) => blocking[at] ?? []));
  const settledRules = new Map<AnyRule, SettledRule>();
  const forces = new Map<AnyRule, RuleForce>();
  const settled = (rule: AnyRule): SettledRule => {
    const found = settledRules.get(rule) ?? settle(policy, tier, stage, rule);
    settledRules.set(rule, found);
    return found;
  };
  return {
    blocking: blockingAt(stage),
    blockingInProduction: blockingAt("production"),
    remediationDays: fewest(tiers.map(({ remediationDays }) => remediationDays)),
    accept: accepted(tiers.map(({ accept }) => accept)),
    escalateTo(rule, severity) {
      const family = rule.slice(0, rule.indexOf("/"));
      const named = tiers.map(
        (one) => one.escalateFamilies.get(family)?.[severity] ?? one.escalate[severity],
      );
      return named.find((role) => role !== undefined) ?? null;
    },
    settled,
    force(rule) {
      const found = forces.get(rule) ?? forceOf(settled(rule), stage);
      forces.set(rule, found);
      return found;
    },
  };
}

function forceOf({ severity, due, parameters }: SettledRule, stage: Lifecycle): RuleForce {
  if (severity.value === "off") return { kind: "off" };
  if (!isDue(due.value, stage)) return { kind: "not-due", due: due.value };
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  return { kind: "in-force", severity: severity.value, parameters: values };
}

/** What blocks at the mildest severity blocks most. */
function mildest(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>(
    (held, one) => (SEVERITIES.indexOf(one) > SEVERITIES.indexOf(held) ? one : held),
    "critical",
  );
}

function fewest(all: readonly TierPolicy["remediationDays"][]): TierPolicy["remediationDays"] {
  const found: Partial<Record<Severity, number>> = {};
  for (const severity of SEVERITIES) {
    const days = all.flatMap((one) => one[severity] ?? []);
    if (days.length > 0) found[severity] = Math.min(...days);
  }
  return found;
}

/** What every file that speaks of acceptance lets someone accept, for the fewest days; whom the nearest names. */
function accepted(all: readonly TierPolicy["accept"][]): TierPolicy["accept"] {
  const speaking = all.filter((one) => Object.keys(one).length > 0);
  const found: Partial<Record<Severity, Acceptance>> = {};
  for (const severity of SEVERITIES) {
    const said = speaking.flatMap((one) => one[severity] ?? []);
    const [nearest] = said;
    if (!nearest || said.length < speaking.length) continue;
    found[severity] = { by: nearest.by, days: Math.min(...said.map(({ days }) => days)) };
  }
  return found;
}
