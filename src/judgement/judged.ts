import type { Case, Change } from "../case/case.ts";
import type { Lifecycle } from "../inventory/vocabulary.ts";
import type { Measured } from "../measurement/measured.ts";
import type { MetricNeed } from "../measurement/need.ts";
import type { Effective } from "../policy/effective.ts";
import type { Subject } from "../rules/subject.ts";
import type { Tiering } from "../tiering/tiering.ts";
import type { Judgement } from "./judge.ts";
import type { WayOut } from "./ways-out.ts";

/** A case at the end of the road: judged, or listed because the change does not touch it. */
export type JudgedCase = Judged | Listed;

export interface Judged {
  readonly kind: "judged";
  readonly case: Case;
  readonly change: Change;
  readonly subject: Subject;
  readonly effective: Effective;
  readonly measured: Measured;
  /** Every metric that some rule wanted, claimed or not. */
  readonly metrics: readonly MetricNeed[];
  readonly judgement: Judgement;
  /** What would lift its hold beside mending what is wrong. */
  readonly waysOut: readonly WayOut[];
}

/** The head has it and the change does not touch it. */
export interface Listed {
  readonly kind: "listed";
  readonly case: Case;
  readonly change: Change;
  readonly tiering: Tiering;
  readonly stage: Lifecycle;
}
