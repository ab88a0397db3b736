import type { Problem } from "../documents/problem.ts";
import type { Approval } from "./approval.ts";

/** What one tree states of the approvals of one model. */
export interface StatedApprovals {
  readonly approvals: readonly Approval[];
  /** What is wrong in files that could be read. */
  readonly problems: readonly Problem[];
  /** Files that could not be read; what they say is not known. */
  readonly unreadable: readonly Problem[];
  /** Ids of other models that the files beside the card name: one may be a slip for this one. */
  readonly others: readonly string[];
}

export const NO_APPROVALS: StatedApprovals = { approvals: [], problems: [], unreadable: [], others: [] };
