import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Sourced } from "../inventory/sourced.ts";
import type { OutputState } from "./output/output-state.ts";

/** A file or folder that the card names as evidence and that holds no predictions. */
export interface EvidenceFile {
  readonly id: string;
  readonly kind: string;
  readonly split: string | null;
  readonly declared: Sourced<string>;
  readonly sha256: Sourced<string> | null;
  readonly at: Place;
  readonly path: string;
  /** Null when the file opens. */
  readonly problem: Problem | null;
  readonly output: OutputState;
}
