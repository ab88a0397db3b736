import type { Approvals } from "../case/approvals.ts";
import type { Dossier } from "../case/dossier.ts";
import type { Problem } from "../documents/problem.ts";
import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { Binding } from "../measurement/bind.ts";
import type { Tiering } from "../tiering/tiering.ts";

/** What a rule sees of a case. */
export interface Subject {
  readonly before: Dossier | null;
  /** The head's dossier; of a model whose card the head no longer has, the base's. */
  readonly after: Dossier;
  /** The head no longer has the model's card. Only rules that judge removals see such a subject. */
  readonly removed: boolean;
  /** Other cards of the head with the same id. */
  readonly twins: readonly string[];
  readonly tiering: Tiering;
  /** The stage that the model is judged at. */
  readonly stage: Lifecycle;
  /** UTC date of the judgement, YYYY-MM-DD. */
  readonly asOf: string;
  /** Each claim of `after`, bound to a table or not, in the card's order. */
  readonly bindings: readonly Binding[];
  /** What either side of the change states of the model's approvals. */
  readonly approvals: Approvals;
  /** The tier that the base's card has under the same policy; null without one. */
  readonly tierBefore: Tier | null;
  /** Files that decide how models are judged and that this change alters. */
  readonly policyChanges: readonly ChangedPolicy[];
}

export interface ChangedPolicy {
  readonly path: string;
  /** What is wrong in it. */
  readonly problems: readonly Problem[];
  /** What it loosens, or may loosen, in words. */
  readonly loosens?: readonly string[];
}
