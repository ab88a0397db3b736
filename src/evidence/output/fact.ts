import type { Place } from "../../documents/place.ts";

/** One thing that a tool's file says. A rule asks for a kind of fact and never for a tool. */
export type Fact =
  | MetricFact
  | AttemptsFact
  | CheckFact
  | AlertFact
  | RouteFact
  | DashboardFact
  | ScanFact
  | IssueFact
  | ArtifactFact
  | DatasetFact
  | VersionFact
  | LineageFact
  | NotebookFact
  | ImportanceFact;

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

/** A metric's value as the tool computed or was told it. */
export interface MetricFact {
  readonly kind: "metric";
  /** As the tool writes it. */
  readonly name: string;
  /** Null when the tool wrote NaN or nothing. */
  readonly value: number | null;
  readonly split: string | null;
  readonly dataset: string | null;
  readonly slice: Readonly<Record<string, string>>;
  /** Such as `class`, `average`, `k`, `threshold`; keys as a claim has them. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly n: number | null;
  /** Digits after the point where the tool rounds what it prints; left out when it wrote all that it had. */
  readonly decimals?: number;
  readonly at: Place;
}

/** Attempts of one kind, counted: on one target, of one suite, category and strategy. */
export interface AttemptsFact {
  readonly kind: "attempts";
  readonly target: string | null;
  /** The tool's plugin set, task or probe family: "redteam", "dan", "mmlu". */
  readonly suite: string;
  /** The plugin, probe or metric. */
  readonly category: string;
  readonly strategy: string | null;
  /** How often each attempt was repeated; 1 when it was not. */
  readonly repeat: number;
  /** The model did as it should. */
  readonly held: number;
  /** It did not: the attack succeeded, the answer was wrong. */
  readonly broke: number;
  /** The attempt failed to run, so that it says nothing. */
  readonly error: number;
  /** It ran, and no one judged it. */
  readonly unscored: number;
  /** The model that judged, where a model did; empty where one did and the file does not name it. */
  readonly judge: string | null;
  /** Whether a break is a successful attack rather than a wrong answer. */
  readonly adversarial: boolean;
  readonly at: Place;
}

/** A test or expectation of data or of a model. */
export interface CheckFact {
  readonly kind: "check";
  readonly suite: string | null;
  readonly name: string;
  readonly column: string | null;
  readonly outcome: "passed" | "failed" | "warned" | "error" | "skipped";
  readonly severity: string | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly at: Place;
}

/** A rule that fires. */
export interface AlertFact {
  readonly kind: "alert";
  readonly name: string;
  /** As written. */
  readonly expression: string;
  /** The comparisons that make it fire; empty when the expression cannot be read, with the reason in `unread`. */
  readonly conditions: readonly AlertCondition[];
  readonly unread: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  /** Receivers or actions that it names itself; null when a route decides. */
  readonly actions: readonly string[] | null;
  readonly at: Place;
}

export interface AlertCondition {
  readonly metric: string;
  /** It fires when the metric is on this side of the threshold. */
  readonly operator: "<" | "<=" | ">" | ">=" | "==" | "!=";
  /** Null when it is compared with another series. */
  readonly threshold: number | null;
  /** Seconds that the condition has to hold, or the window looked at; null when neither is said. */
  readonly window: number | null;
}

/** A tree that leads an alert's labels to receivers. */
export interface RouteFact {
  readonly kind: "route";
  readonly root: Route;
  readonly receivers: readonly Receiver[];
  readonly at: Place;
}

export interface Route {
  readonly receiver: string | null;
  readonly matchers: readonly Matcher[];
  readonly continues: boolean;
  readonly routes: readonly Route[];
}

export interface Matcher {
  readonly label: string;
  readonly operator: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

export interface Receiver {
  readonly name: string;
  /** Kinds of delivery configured, such as "slack" or "pagerduty"; empty delivers nowhere. */
  readonly through: readonly string[];
}

export interface DashboardFact {
  readonly kind: "dashboard";
  readonly title: string;
  readonly uid: string | null;
  readonly metrics: readonly string[];
  readonly at: Place;
}

/** That a scanner ran to its end over some files. */
export interface ScanFact {
  readonly kind: "scan";
  readonly scanner: string;
  /** Paths as the scanner wrote them; null when it does not list them. */
  readonly covered: readonly string[] | null;
  readonly at: Place;
}

/** What a scanner found. */
export interface IssueFact {
  readonly kind: "issue";
  readonly scanner: string;
  readonly rule: string;
  readonly severity: "critical" | "high" | "medium" | "low" | "info" | "unknown";
  readonly path: string | null;
  readonly suppressed: boolean;
  readonly says: string;
  readonly at: Place;
}

/** A file that the tool names with its digest. */
export interface ArtifactFact {
  readonly kind: "artifact";
  readonly path: string;
  readonly algorithm: "sha256" | "md5" | "sha1" | "sha512";
  readonly digest: string;
  readonly bytes: number | null;
  readonly at: Place;
}

export interface DatasetFact {
  readonly kind: "dataset";
  readonly name: string;
  readonly digest: string | null;
  readonly rows: number | null;
  readonly split: string | null;
  readonly at: Place;
}

/** A version in a registry. */
export interface VersionFact {
  readonly kind: "version";
  readonly model: string;
  readonly version: string;
  readonly stage: string | null;
  readonly aliases: readonly string[];
  readonly run: string | null;
  readonly at: Place;
}

export interface LineageFact {
  readonly kind: "lineage";
  readonly job: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly at: Place;
}

export interface NotebookFact {
  readonly kind: "notebook";
  readonly order: "in-order" | "out-of-order" | "never-run" | "partly-run";
  readonly cells: number;
  readonly errors: readonly { readonly says: string; readonly at: Place }[];
  readonly at: Place;
}

/** How much a feature counts in an explanation. */
export interface ImportanceFact {
  readonly kind: "importance";
  readonly method: string;
  readonly feature: string;
  /** Null when a number that it is made of is none. */
  readonly value: number | null;
  /** The rows that it is a mean over; null when the file does not have them. */
  readonly rows: number | null;
  readonly at: Place;
}
