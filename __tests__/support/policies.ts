import { LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../../src/inventory/vocabulary.ts";
import type { Policy, RuleSetting, TierPolicy } from "../../src/policy/policy.ts";
import type { Severity } from "../../src/policy/severity.ts";

type Settings = Readonly<Record<string, RuleSetting>>;

export interface PolicyWishes {
  readonly rules?: Settings;
  /** Of every tier. */
  readonly tierRules?: Settings;
  readonly stages?: Readonly<Partial<Record<Lifecycle, Settings>>>;
  readonly blocking?: Severity;
  readonly remediationDays?: TierPolicy["remediationDays"];
  readonly escalate?: TierPolicy["escalate"];
}

/** A policy that treats every tier alike and, unless it says otherwise, holds for what is high or worse. */
export function policyOf(wishes: PolicyWishes = {}): Policy {
  const { rules = {}, tierRules = {}, stages = {}, blocking = "high" } = wishes;
  const tier: TierPolicy = {
    blocking: Object.fromEntries(LIFECYCLES.map((stage) => [stage, blocking])) as TierPolicy["blocking"],
    remediationDays: wishes.remediationDays ?? {},
    escalate: wishes.escalate ?? {},
    escalateFamilies: new Map(),
    accept: {},
    rules: new Map(Object.entries(tierRules)),
    stages: new Map(
      Object.entries(stages).map(([stage, settings]) => [
        stage as Lifecycle,
        new Map(Object.entries(settings)),
      ]),
    ),
  };
  return {
    name: "made",
    version: "1",
    source: "policy.yaml",
    sha256: "0".repeat(64),
    tiering: { undeclared: "medium", criteria: [], domains: new Map() },
    undeclaredStage: "production",
    customRules: [],
    files: [
      {
        path: "policy.yaml",
        name: "made",
        sha256: "0".repeat(64),
        leaves: new Map(),
        definitions: new Map(),
        ownRules: new Map(),
        rules: new Map(Object.entries(rules)),
        tiers: Object.fromEntries(TIERS.map((name) => [name, tier])) as Record<Tier, TierPolicy>,
      },
    ],
  };
}

/** The text of a policy that holds every tier for what is high or worse, with more lines at its top level. */
export function policyText(...more: readonly string[]): string {
  return `${[
    "name: ours",
    "version: 1",
    "tiering: { undeclared: low }",
    "tiers:",
    ...TIERS.map((tier) => `  ${tier}: { blocking: ${HIGH} }`),
    ...more,
  ].join("\n")}\n`;
}

const HIGH = "{ development: high, staging: high, production: high, retired: high }";
