import type { Place } from "../documents/place.ts";
import type { Claim } from "./claim.ts";
import type { Sourced } from "./sourced.ts";
import type { Autonomy, Lifecycle, OwnerRole, Task, Tier } from "./vocabulary.ts";

/** One model as its card states it, whatever the card's dialect. Absent and placeholder values are null. */
export interface Model {
  readonly id: Sourced<string>;
  readonly name: Sourced<string> | null;
  readonly version: Sourced<string> | null;
  readonly task: Sourced<Task> | null;
  readonly lifecycle: Sourced<Lifecycle> | null;
  readonly owners: readonly Owner[];
  readonly artifacts: readonly Artifact[];
  readonly baseModels: readonly BaseModel[];
  readonly tier: Sourced<Tier> | null;
  readonly factors: Factors;
  /** Why the card lists no sensitive attribute of the people affected. */
  readonly noSensitiveAttributes: Sourced<string> | null;
  readonly requirements: readonly Requirement[];
  readonly prediction: PredictionSettings;
  readonly data: readonly Dataset[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly EvidenceEntry[];
  readonly monitored: readonly MonitoredMetric[];
  /** When it was validated last, as written. */
  readonly validated: Sourced<string> | null;
  readonly nextReview: Sourced<string> | null;
}

export interface Owner {
  readonly name: Sourced<string> | null;
  readonly role: Sourced<OwnerRole> | null;
  readonly contact: Sourced<string> | null;
  readonly at: Place;
}

export interface Artifact {
  readonly path: Sourced<string> | null;
  readonly sha256: Sourced<string> | null;
  readonly at: Place;
}

/** A model that this one is built on. */
export interface BaseModel {
  readonly name: Sourced<string>;
  readonly version: Sourced<string> | null;
}

/** What is watched in use, and the alert that fires; `threshold` is a number or a sentence. */
export interface MonitoredMetric {
  readonly name: Sourced<string>;
  readonly threshold: Sourced<string> | null;
  readonly alert: Sourced<string> | null;
}

/** The tiering factors. Null is unknown, which is not the same as no. */
export interface Factors {
  readonly domain: Sourced<string> | null;
  readonly autonomy: Sourced<Autonomy> | null;
  readonly people_affected: Sourced<number> | null;
  readonly sensitive_attributes: Sourced<readonly string[]> | null;
  readonly external_facing: Sourced<boolean> | null;
  readonly generative: Sourced<boolean> | null;
  readonly tool_use: Sourced<boolean> | null;
  readonly regulated: Sourced<boolean> | null;
  readonly regions: Sourced<readonly string[]> | null;
}

export interface Requirement {
  readonly id: Sourced<string> | null;
  readonly says: Sourced<string> | null;
  readonly metric: Sourced<string> | null;
  readonly atLeast: Sourced<number> | null;
  readonly atMost: Sourced<number> | null;
  readonly split: Sourced<string> | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly at: Place;
}

export interface PredictionSettings {
  readonly positiveClass: Sourced<string> | null;
  readonly classes: Sourced<readonly string[]> | null;
  readonly threshold: Sourced<number> | null;
  readonly scoreDirection: Sourced<"higher" | "lower"> | null;
}

export interface Dataset {
  readonly split: Sourced<string> | null;
  readonly name: Sourced<string> | null;
  readonly path: Sourced<string> | null;
  readonly rows: Sourced<number> | null;
  readonly sha256: Sourced<string> | null;
  /** The last day of the data, as written. */
  readonly until: Sourced<string> | null;
  readonly columns: ColumnMap;
  readonly at: Place;
}

export interface EvidenceEntry {
  readonly id: Sourced<string> | null;
  readonly kind: Sourced<string> | null;
  readonly path: Sourced<string> | null;
  readonly split: Sourced<string> | null;
  readonly sha256: Sourced<string> | null;
  readonly columns: ColumnMap;
  readonly at: Place;
}

/** Which column plays which role, as the card declares it. */
export interface ColumnMap {
  readonly id: Sourced<string> | null;
  readonly entity: Sourced<string> | null;
  readonly time: Sourced<string> | null;
  readonly label: Sourced<string> | null;
  readonly prediction: Sourced<string> | null;
  readonly score: Sourced<string> | null;
  readonly scores: ReadonlyMap<string, Sourced<string>>;
  /** By label, where a row has any number of them. */
  readonly labels: ReadonlyMap<string, Sourced<string>>;
  readonly predictions: ReadonlyMap<string, Sourced<string>>;
  /** The bounds of a predicted interval. */
  readonly lower: Sourced<string> | null;
  readonly upper: Sourced<string> | null;
  readonly weight: Sourced<string> | null;
  readonly count: Sourced<string> | null;
  readonly segments: readonly Sourced<string>[];
}
