import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { CustomRuleDefinition } from "../rules/custom/definition.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { TieringPolicy } from "../tiering/tiering-policy.ts";
import type { Leaves } from "./leaves.ts";
import type { Severity } from "./severity.ts";

/** What one layer of a file says of one rule; what it leaves out comes from the layer below. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  /** The stage before which the rule must hold. Earlier than that it does not apply. */
  readonly due?: Lifecycle;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Who may accept a finding, and for how long. */
export interface Acceptance {
  readonly by: string;
  readonly days: number;
}

export interface TierPolicy {
  /** At a stage, an open finding of this severity or worse holds the model. */
  readonly blocking: Readonly<Partial<Record<Lifecycle, Severity>>>;
  /** Days in which a finding of a severity must be closed. */
  readonly remediationDays: Readonly<Partial<Record<Severity, number>>>;
  /** The role that a finding of a severity is escalated to. */
  readonly escalate: Readonly<Partial<Record<Severity, string>>>;
  /** The same for the rules of one family, which goes before. */
  readonly escalateFamilies: ReadonlyMap<string, TierPolicy["escalate"]>;
  readonly accept: Readonly<Partial<Record<Severity, Acceptance>>>;
  readonly rules: RuleSettings;
  readonly stages: ReadonlyMap<Lifecycle, RuleSettings>;
}

/** What one file says, by itself. */
export interface PolicyFile {
  /** A path of the tree, or `policies/NAME.yaml` of the tool. */
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly leaves: Leaves;
  /** Its custom rules as it writes them, by id. */
  readonly definitions: ReadonlyMap<string, CustomRuleDefinition>;
  /** What its custom rules say of themselves, below all else. */
  readonly ownRules: RuleSettings;
  readonly rules: RuleSettings;
  readonly tiers: Readonly<Record<Tier, TierPolicy>>;
}

export interface Policy {
  readonly name: string;
  readonly version: string;
  /** Where it was read: a path of the base, or `bundled`. */
  readonly source: string;
  /** Of the file's text; of all digests together when it extends others. */
  readonly sha256: string;
  readonly tiering: TieringPolicy;
  /** The stage of a model whose card states none. */
  readonly undeclaredStage: Lifecycle;
  /** Rules that its files write, beside ours. */
  readonly customRules: readonly AnyRule[];
  /** The policy's own file first, then what it extends, each once, in the order in which they are named. */
  readonly files: readonly PolicyFile[];
}
