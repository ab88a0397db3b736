import type { Place } from "../../documents/place.ts";
import type { Fact } from "./fact.ts";

/** What one tool left behind, in words that no longer depend on the tool. */
export interface ToolOutput {
  /** The tool's own name in lower case: "promptfoo", "great-expectations". */
  readonly tool: string;
  /** The version of the tool, or of its format where the file says only that. */
  readonly formatVersion: string | null;
  /** When the tool wrote it, ISO 8601 in UTC; null when the file does not say, or says it unreadably. */
  readonly producedAt: string | null;
  readonly subject: OutputSubject | null;
  readonly facts: readonly Fact[];
  /** Why the run that the file reports was not a whole one; empty when it was. */
  readonly incomplete: readonly Shortfall[];
  /** Aggregates that the tool states and that its own rows can give again. */
  readonly aggregates: readonly Aggregate[];
  /** What a reader passed over, or had to assume. */
  readonly warnings: readonly OutputWarning[];
}

/** Whom or what the file says that it is about; each null when it does not say. */
export interface OutputSubject {
  readonly model: string | null;
  readonly version: string | null;
  /** A digest of the model's file, `sha256:…` or `md5:…`. */
  readonly digest: string | null;
}

export interface Shortfall {
  /** Stable, part of a finding's identity. */
  readonly code: "cancelled" | "aborted" | "limited" | "empty" | "nothing-asserted" | "errors" | "unfinished";
  /** Inside a sentence: "the run was cancelled after 3 of 100 samples". */
  readonly says: string;
  readonly fix: string;
  readonly at: Place;
}

/** A number that the tool states about its rows. */
export interface Aggregate {
  /** Meaning, never a position: "accuracy|mmlu", "fails|dan.Dan_11_0|MitigationBypass". */
  readonly name: string;
  readonly stated: number;
  /** What the rows in the file give; null when they are not there, with the reason. */
  readonly recomputed: number | null;
  readonly because: string | null;
  /** How far apart the two may be: what the tool itself rounds away. */
  readonly tolerance: number;
  readonly rows: number;
  /** Of an explanation: how many rows' base and attributions add up to the output. */
  readonly of?: "additivity";
  readonly at: Place;
}

export interface OutputWarning {
  readonly code: string;
  readonly says: string;
  readonly at: Place;
}
