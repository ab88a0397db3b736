import type { Plain } from "../documents/plain.ts";
import { type Lifecycle, TIERS, type Tier } from "../inventory/vocabulary.ts";
import type { Condition, Criterion, FactorName } from "../tiering/criterion.ts";
import type { TieringPolicy } from "../tiering/tiering-policy.ts";
import type { Policy, RuleSetting, RuleSettings, TierPolicy } from "./policy.ts";

/** The policy as its schema has already accepted it. */
export interface WrittenPolicy {
  readonly name: string;
  readonly version: string | number;
  readonly tiering: WrittenTiering;
  readonly stages?: { readonly undeclared?: Lifecycle };
  readonly rules?: WrittenRules;
  readonly tiers: Readonly<Record<Tier, WrittenTier>>;
}

interface WrittenTiering {
  readonly undeclared: Tier;
  /** Names of domains, each with the words that mean it. */
  readonly domains?: WrittenDomains;
  readonly criteria?: readonly WrittenCriterion[];
}

type WrittenDomains = Readonly<Record<string, readonly string[]>>;

interface WrittenCriterion {
  readonly tier: Tier;
  readonly because: string;
  readonly when: Readonly<Record<string, Plain>>;
}

interface WrittenTier {
  readonly blocking: TierPolicy["blocking"];
  readonly remediation_days?: TierPolicy["remediationDays"];
  readonly escalate?: TierPolicy["escalate"];
  readonly rules?: WrittenRules;
  readonly stages?: Readonly<Partial<Record<Lifecycle, { readonly rules?: WrittenRules }>>>;
}

type WrittenRules = Readonly<Record<string, RuleSetting>>;

/** Where a policy was read: a path of the base or `bundled`, and the digest of its text. */
export interface PolicyOrigin {
  readonly source: string;
  readonly sha256: string;
}

export function policyFrom(written: WrittenPolicy, { source, sha256 }: PolicyOrigin): Policy {
  return {
    name: written.name,
    version: String(written.version),
    source,
    sha256,
    tiering: tieringFrom(written.tiering),
    undeclaredStage: written.stages?.undeclared ?? "production",
    rules: settings(written.rules),
    tiers: Object.fromEntries(TIERS.map((tier) => [tier, tierFrom(written.tiers[tier])])) as Record<
      Tier,
      TierPolicy
    >,
  };
}

function tierFrom(written: WrittenTier): TierPolicy {
  const stages = Object.entries(written.stages ?? {}) as [Lifecycle, { readonly rules?: WrittenRules }][];
  return {
    blocking: written.blocking,
    remediationDays: written.remediation_days ?? {},
    escalate: written.escalate ?? {},
    rules: settings(written.rules),
    stages: new Map(stages.map(([stage, { rules }]) => [stage, settings(rules)])),
  };
}

function settings(written: WrittenRules | undefined): RuleSettings {
  return new Map(Object.entries(written ?? {}));
}

function tieringFrom({ undeclared, domains = {}, criteria = [] }: WrittenTiering): TieringPolicy {
  const meaning = new Map(Object.entries(domains));
  return {
    undeclared,
    criteria: criteria.map((criterion) => criterionFrom(criterion, meaning)),
    domains: meaning,
  };
}

function criterionFrom(
  { tier, because, when }: WrittenCriterion,
  domains: TieringPolicy["domains"],
): Criterion {
  const conditions = Object.entries(when).map(([factor, written]): [FactorName, Condition] => {
    const condition = conditionFrom(written);
    return [factor as FactorName, factor === "domain" ? withMeanings(condition, domains) : condition];
  });
  return { tier, because, when: new Map(conditions) };
}

/** A criterion names a domain; any of the words that mean it will do. */
function withMeanings(condition: Condition, domains: TieringPolicy["domains"]): Condition {
  if (condition.kind !== "one-of") return condition;
  return { kind: "one-of", words: condition.words.flatMap((name) => [name, ...(domains.get(name) ?? [])]) };
}

function conditionFrom(written: Plain): Condition {
  if (typeof written === "boolean") return { kind: "is", value: written };
  if (written === "any") return { kind: "any" };
  if (Array.isArray(written)) return { kind: "one-of", words: written.map(String) };
  if (typeof written === "object" && written !== null && "at_least" in written) {
    return { kind: "at-least", value: Number(written.at_least) };
  }
  return { kind: "one-of", words: [String(written)] };
}
