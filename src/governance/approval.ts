import type { Place } from "../documents/place.ts";
import type { Sourced } from "../inventory/sourced.ts";

/** What an approver answers for. Whoever built the model has no such role: nobody approves their own work. */
export const APPROVAL_ROLES = ["validator", "business", "production", "risk", "compliance"] as const;

export type ApprovalRole = (typeof APPROVAL_ROLES)[number];

/** One person's approval of one version of one model, as it is written. Who wrote it down is not known from it. */
export interface Approval {
  readonly model: Sourced<string>;
  readonly version: Sourced<string>;
  readonly by: Sourced<string>;
  readonly contact: Sourced<string> | null;
  readonly role: Sourced<ApprovalRole>;
  readonly date: Sourced<string>;
  /** SHA-256 of the artifact that was approved. */
  readonly digest: Sourced<string> | null;
  readonly at: Place;
}

/** The same approval in two trees, wherever it stands in either and whatever it has to say. */
export function meaningOf({ model, version, by, contact, role, date, digest }: Approval): string {
  const values = [model, version, by, contact, role, date, digest].map((one) => one?.value ?? null);
  return JSON.stringify(values);
}
