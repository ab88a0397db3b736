import type { Tier } from "../../inventory/vocabulary.ts";
import type { Spot } from "../../policy/layers.ts";
import type { Policy } from "../../policy/policy.ts";
import { placed, type Settled } from "../../policy/settled.ts";
import { SEVERITIES, type Severity } from "../../policy/severity.ts";
import { escalation, type SettledTerms } from "../../policy/terms.ts";
import { type ShownValue, shownValue } from "./shown-value.ts";

type BySeverity<T> = Readonly<Partial<Record<Severity, T>>>;

/** The terms of a tier at a stage, and where each is written. */
export interface ShownTerms {
  /** What holds a model, and worse. */
  readonly blocking: ShownValue;
  readonly remediationDays: BySeverity<ShownValue>;
  /** What is in neither can be accepted by no one. */
  readonly accept: BySeverity<{ readonly by: ShownValue; readonly days: ShownValue }>;
  readonly escalate: BySeverity<ShownValue>;
  /** Of families whose findings go to another role. */
  readonly escalateFamilies: Readonly<Record<string, BySeverity<ShownValue>>>;
}

export function shownTerms(policy: Policy, tier: Tier, terms: SettledTerms): ShownTerms {
  const { blocking, remediationDays, accept } = terms;
  const value = (settled: Settled<unknown, Spot>) => shownValue(placed(settled));
  const roles = (family: string | null) =>
    bySeverity((severity) => {
      const role = escalation(policy, tier, family, severity);
      return role && value(role);
    });
  const general = roles(null);
  const families = new Set(policy.files.flatMap(({ tiers }) => [...tiers[tier].escalateFamilies.keys()]));
  const others = [...families].map((family) => {
    const own = roles(family);
    const differs = (severity: Severity) => own[severity]?.value !== general[severity]?.value;
    return [family, bySeverity((severity) => (differs(severity) ? own[severity] : null))] as const;
  });
  return {
    blocking: value(blocking),
    remediationDays: bySeverity((severity) => remediationDays[severity] && value(remediationDays[severity])),
    accept: bySeverity((severity) => {
      const one = accept[severity];
      return one && { by: value(one.by), days: value(one.days) };
    }),
    escalate: general,
    escalateFamilies: Object.fromEntries(others.filter(([, own]) => Object.keys(own).length > 0)),
  };
}

/** Worst first; severities of which nothing is said are left out. */
function bySeverity<T>(of: (severity: Severity) => T | null | undefined): BySeverity<T> {
  const all = SEVERITIES.map((severity) => [severity, of(severity)] as const);
  return Object.fromEntries(all.filter(([, one]) => one !== null && one !== undefined)) as BySeverity<T>;
}
