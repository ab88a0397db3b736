import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { TieringPolicy } from "../tiering/tiering-policy.ts";
import type { Severity } from "./severity.ts";

/** What a policy says of one rule; what it leaves out comes from the layer below. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  /** The stage before which the rule must hold. Earlier than that it does not apply. */
  readonly due?: Lifecycle;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

export interface TierPolicy {
  /** At a stage, an open finding of this severity or worse holds the model. */
  readonly blocking: Readonly<Record<Lifecycle, Severity>>;
  /** Days in which a finding of a severity must be closed. */
  readonly remediationDays: Readonly<Partial<Record<Severity, number>>>;
  /** The role that a finding of a severity is escalated to. */
  readonly escalate: Readonly<Partial<Record<Severity, string>>>;
  readonly rules: RuleSettings;
  readonly stages: ReadonlyMap<Lifecycle, RuleSettings>;
}

export interface Policy {
  readonly name: string;
  readonly version: string;
  /** Where it was read: a path of the base, or `bundled`. */
  readonly source: string;
  readonly sha256: string;
  readonly tiering: TieringPolicy;
  /** The stage of a model whose card states none. */
  readonly undeclaredStage: Lifecycle;
  readonly rules: RuleSettings;
  readonly tiers: Readonly<Record<Tier, TierPolicy>>;
}
