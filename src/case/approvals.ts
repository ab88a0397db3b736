import { meaningOf } from "../governance/approval.ts";
import type { ApprovalShelf } from "../governance/approval-shelf.ts";
import { NO_APPROVALS, type StatedApprovals } from "../governance/stated-approvals.ts";
import type { Case } from "./case.ts";

/** What either side of the change states of a model's approvals; `base` is null when there is nothing to compare with. */
export interface Approvals {
  readonly head: StatedApprovals;
  readonly base: StatedApprovals | null;
}

export const NONE_STATED: Approvals = { head: NO_APPROVALS, base: null };

export interface Shelves {
  readonly head: ApprovalShelf;
  readonly base: ApprovalShelf | null;
}

/** A card that moves takes its approvals along: both sides are asked for both of its folders. */
export async function approvalsOf({ id, before, after }: Case, { head, base }: Shelves): Promise<Approvals> {
  const folders = [before, after].flatMap((dossier) => dossier?.card.folder ?? []);
  const once = [...new Set(folders)];
  return { head: await head.of(id, once), base: base && (await base.of(id, once)) };
}

/**
 * Whether the change takes an approval away or makes a file of them wrong, which puts the model in scope. One that is
 * added does not: it would be held by the very approval that it brings.
 */
export function disturbs({ head, base }: Approvals): boolean {
  if (base === null) return false;
  const kept = new Set(head.approvals.map(meaningOf));
  const known = new Set([...base.problems, ...base.unreadable].map(({ at, says }) => `${at.path} ${says}`));
  return (
    base.approvals.some((approval) => !kept.has(meaningOf(approval))) ||
    [...head.problems, ...head.unreadable].some(({ at, says }) => !known.has(`${at.path} ${says}`))
  );
}
