import type { Place } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping } from "../../documents/value.ts";
import type { Card } from "../../inventory/card.ts";
import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { Acceptance } from "../../policy/policy.ts";
import type { Severity } from "../../policy/severity.ts";
import type { AnyRule } from "../../rules/rule.ts";
import type { Recommendation } from "../recommendation.ts";
import type { StatedFacts } from "./stated-facts.ts";

/** One test of a policy: a model as it is stated, and what the policy must say of it. */
export interface Trial {
  readonly name: string;
  /** The values that tell it from its neighbours where one test stands for several; else empty. */
  readonly label: string;
  readonly at: Place;
  readonly card: Card;
  readonly before: Card | null;
  readonly facts: StatedFacts;
  /** The same as written, for what is read as a card's part is. */
  readonly written: Mapping | null;
  readonly tier: Tier | null;
  readonly stage: Lifecycle | null;
  readonly asOf: string;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly recommendation?: Recommendation;
  readonly tier?: Tier;
  readonly stage?: Lifecycle;
  /** Part of a reason for the tier. */
  readonly because?: string;
  readonly findings?: readonly ExpectedFinding[];
  /** Rules that find nothing wrong and can tell. */
  readonly absent?: readonly string[];
  /** Rules that looked and found all well. */
  readonly fine?: readonly string[];
  /** Rules in force that have nothing to ask of such a model. */
  readonly idle?: readonly string[];
  readonly terms?: ExpectedTerms;
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly outcome?: "finding" | "cannot-tell";
  readonly severity?: Severity;
  readonly about?: string;
  readonly says?: string;
  readonly blocking?: boolean;
  readonly days?: number;
  readonly escalate_to?: string;
}

/** What the policy asks of the tier, whatever is found. */
export interface ExpectedTerms {
  readonly blocking?: Severity;
  /** By rule; `off` for one that is. */
  readonly severity?: Readonly<Record<string, Severity | "off">>;
  readonly days?: Readonly<Partial<Record<Severity, number>>>;
  readonly escalate?: Readonly<Partial<Record<Severity, string>>>;
  readonly accept?: Readonly<Partial<Record<Severity, Acceptance>>>;
}

/** The tests of one file. */
export interface TrialFile {
  readonly path: string;
  /** The policy that it names, and where; null for the one of the same name beside it. */
  readonly policy: { readonly name: string; readonly at: Place } | null;
  readonly trials: readonly Trial[];
  /** What its tests expect of rules that are none of these: those of effective-challenge and of the policy. */
  unknownRules(rules: readonly AnyRule[]): readonly Problem[];
}
