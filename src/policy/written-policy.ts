import { type Lifecycle, TIERS, type Tier } from "../inventory/vocabulary.ts";
import type { CustomRuleDefinition } from "../rules/custom/definition.ts";
import type { Leaves } from "./leaves.ts";
import type { PolicyFile, RuleSetting, RuleSettings, TierPolicy } from "./policy.ts";
import type { WrittenTiering } from "./written-tiering.ts";

/** A policy's file as its schema has already accepted it. */
export interface WrittenPolicy {
  readonly name: string;
  readonly version: string | number;
  /** Names of bundled policies, and paths from the root of the repository. */
  readonly extends?: readonly string[];
  readonly tiering?: WrittenTiering;
  readonly stages?: { readonly undeclared?: Lifecycle };
  readonly rules?: WrittenRules;
  readonly custom_rules?: WrittenCustomRules;
  readonly tiers?: Readonly<Partial<Record<Tier, WrittenTier>>>;
}

/** By id. */
export type WrittenCustomRules = Readonly<
  Record<string, CustomRuleDefinition & Pick<RuleSetting, "severity" | "due">>
>;

interface WrittenTier {
  readonly blocking?: TierPolicy["blocking"];
  readonly remediation_days?: TierPolicy["remediationDays"];
  readonly escalate?: TierPolicy["escalate"] & {
    readonly families?: Readonly<Record<string, TierPolicy["escalate"]>>;
  };
  readonly accept?: TierPolicy["accept"];
  readonly rules?: WrittenRules;
  readonly stages?: Readonly<Partial<Record<Lifecycle, { readonly rules?: WrittenRules }>>>;
}

type WrittenRules = Readonly<Record<string, RuleSetting>>;

/** Where a file was read, the digest of its text, and its settings as they were written. */
export interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
  readonly leaves: Leaves;
}

/** One file's say, of which its schema has already been asked. */
export function fileFrom(written: WrittenPolicy, { path, sha256, leaves }: WrittenFile): PolicyFile {
  return {
    path,
    name: written.name,
    sha256,
    leaves,
    definitions: new Map(Object.entries(written.custom_rules ?? {})),
    ownRules: ownSettings(written.custom_rules),
    rules: settings(written.rules),
    tiers: Object.fromEntries(TIERS.map((tier) => [tier, tierFrom(written.tiers?.[tier])])) as Record<
      Tier,
      TierPolicy
    >,
  };
}

/** What a custom rule says of itself lies below what `rules` say of it. */
function ownSettings(written: WrittenCustomRules = {}): RuleSettings {
  return new Map(
    Object.entries(written).map(([id, { severity, due }]) => [
      id,
      { ...(severity !== undefined && { severity }), ...(due !== undefined && { due }) },
    ]),
  );
}

function tierFrom(written: WrittenTier = {}): TierPolicy {
  const stages = Object.entries(written.stages ?? {}) as [Lifecycle, { readonly rules?: WrittenRules }][];
  const { families = {}, ...escalate } = written.escalate ?? {};
  return {
    blocking: written.blocking ?? {},
    remediationDays: written.remediation_days ?? {},
    escalate,
    escalateFamilies: new Map(Object.entries(families)),
    accept: written.accept ?? {},
    rules: settings(written.rules),
    stages: new Map(stages.map(([stage, { rules }]) => [stage, settings(rules)])),
  };
}

function settings(written: WrittenRules | undefined): RuleSettings {
  return new Map(Object.entries(written ?? {}));
}
