import type { Lifecycle, Task, Tier } from "../inventory/vocabulary.ts";
import type { Recommendation } from "../judgement/recommendation.ts";
import type { Severity } from "../policy/severity.ts";
import type { ShiftReport } from "./policy/shift-report.ts";

export const REPORT_SCHEMA = "effective-challenge/report/v1";

export type { Recommendation };

/** The audit record. Every rendering is a function of it and of nothing else. Documented in docs/report.md. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: "effective-challenge"; readonly version: string };
  /** UTC date, YYYY-MM-DD. */
  readonly asOf: string;
  readonly commit: CommitReport;
  readonly policy: {
    readonly name: string;
    readonly version: string;
    readonly sha256: string;
    readonly source: string;
  };
  /** The stage that `--stage` asked about, null when each model was judged at its own. */
  readonly stage: Lifecycle | null;
  /** True when the run only advises: a hold is shown and does not fail the run. */
  readonly advisory: boolean;
  /** The worst over the models in scope; null when there were none. */
  readonly recommendation: Recommendation | null;
  readonly models: readonly ModelReport[];
  readonly policyChange: PolicyChangeReport | null;
  /** What was met outside any model: files that discovery could not list, configuration of the head that is wrong. */
  readonly notices: readonly NoticeReport[];
  readonly summary: SummaryReport;
}

/** Full commit ids, null where there is none: no repository, a work tree, an unknown merge base. */
export interface CommitReport {
  readonly head: string | null;
  readonly evaluated: string | null;
  readonly base: string | null;
  readonly mergeBase: string | null;
}

export interface ModelReport {
  readonly id: string;
  readonly name: string | null;
  /** The card's path. */
  readonly path: string;
  readonly version: string | null;
  readonly task: Task | null;
  /** The stage that the card states. */
  readonly lifecycle: Lifecycle | null;
  /** The stage that it was judged at: asked for, or the card's, or the base's when the change puts it back. */
  readonly stage: Lifecycle;
  readonly inScope: boolean;
  readonly change: "added" | "changed" | "unchanged" | "removed" | null;
  readonly tier: TierReport;
  /** Null when the model was not in scope and so not judged. */
  readonly recommendation: Recommendation | null;
  readonly conditions: readonly ConditionReport[];
  readonly claims: readonly ClaimReport[];
  readonly measurements: readonly MeasurementReport[];
  readonly curves: readonly never[];
  readonly evidence: readonly EvidenceReport[];
  readonly checks: readonly CheckReport[];
  readonly findings: readonly FindingReport[];
  /** What would lift a hold, the smallest first; none without a hold. */
  readonly waysOut: readonly WayOutReport[];
  /** What no machine checked and a reviewer should ask. */
  readonly questions: readonly string[];
}

/** To mend, to be accepted by someone, to take a smaller step, or a factor that decides the tier. */
export interface WayOutReport {
  readonly way: "mend" | "accept" | "stage" | "factor";
  readonly says: string;
}

export interface TierReport {
  readonly declared: Tier | null;
  readonly computed: Tier | null;
  readonly effective: Tier;
  readonly because: readonly string[];
}

export interface ConditionReport {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  /** UTC date, inclusive. */
  readonly due: string | null;
  readonly blocks: "merge" | "deploy" | "date";
}

export interface PlaceReport {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

export interface IntervalReport {
  readonly low: number;
  readonly high: number;
}

export type ClaimStatus = "reproduced" | "differs" | "unsupported" | "impossible";

export interface ClaimReport {
  readonly metric: string;
  /** average, class, k, beta, depth, alpha, threshold, actual, predicted: those that the claim gives. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly split: string | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly at: PlaceReport;
  readonly raw: string;
  readonly decimals: number;
  /** As a fraction where the author wrote percent. */
  readonly reported: number;
  readonly recomputed: number | null;
  readonly interval: IntervalReport | null;
  readonly confidence: number | null;
  readonly method: string | null;
  readonly n: number | null;
  /** Why there is no recomputed value. */
  readonly undefined: string | null;
  /** The id of the evidence it was recomputed from. */
  readonly evidence: string | null;
  readonly origin: Origin | null;
  readonly status: ClaimStatus;
  /** What a reader should know of a reproduced claim: truncated, read as percent, an alias. */
  readonly notes: readonly string[];
}

export type Origin = "committed" | "attested" | "replicated";

export interface MeasurementReport {
  readonly metric: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly split: string | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly interval: IntervalReport | null;
  readonly confidence: number | null;
  readonly method: string | null;
  readonly n: number | null;
  readonly undefined: string | null;
  readonly evidence: string;
}

export interface EvidenceReport {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly tool: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly producedAt: string | null;
  readonly origin: Origin;
}

export interface CheckReport {
  readonly rule: string;
  readonly controls: readonly string[];
  readonly outcome: "fine" | "finding" | "cannot-tell" | "not-applicable";
  /** What was checked, or why nothing was; one sentence each. */
  readonly checked: readonly string[];
}

export interface FindingReport {
  /** Digest of rule, model id and `about`. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: "finding" | "cannot-tell";
  readonly disposition: "open" | "accepted" | "known";
  /** Meaning, never a line or an index: `recall|test|sex=female|0.35`. */
  readonly about: string;
  readonly says: string;
  readonly why: string;
  readonly fix: string;
  readonly at: PlaceReport;
  readonly controls: readonly string[];
  readonly owner: string | null;
  readonly due: string | null;
  readonly escalateTo: string | null;
  readonly exception: string | null;
  /** It is at or above the severity that holds this model at this stage. */
  readonly blocking: boolean;
}

/** One setting of the policy or of the configuration that this change alters; both sides as written. */
export interface PolicyChangeReport {
  readonly path: string;
  /** What the head's policy would ask differently, in words, looser first; reports of older versions have none. */
  readonly shifts?: readonly ShiftReport[];
  readonly changes: readonly {
    readonly pointer: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Recommendations that would change if the head's policy were in force. */
  readonly simulated: readonly {
    readonly model: string;
    readonly now: Recommendation;
    readonly then: Recommendation;
  }[];
}

export interface NoticeReport {
  readonly says: string;
  readonly fix: string;
  /** Something could not be looked at, so the run as a whole is on hold. */
  readonly blocking: boolean;
  readonly at: PlaceReport | null;
}

export interface SummaryReport {
  readonly models: number;
  readonly inScope: number;
  readonly approve: number;
  readonly approveWithConditions: number;
  readonly hold: number;
  readonly claims: Readonly<Record<ClaimStatus, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly cannotTell: number;
}
