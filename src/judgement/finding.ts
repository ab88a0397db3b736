import { createHash } from "node:crypto";
import type { Place } from "../documents/place.ts";
import type { Severity } from "../policy/severity.ts";

/** A finding or a cannot-tell, with the severity that the policy gives it. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: "finding" | "cannot-tell";
  readonly about: string;
  readonly at: Place;
  /** The other places that it is about. */
  readonly also: readonly Place[];
  readonly says: string;
  readonly fix: string;
  /** At or above the severity that holds this model. */
  readonly blocking: boolean;
}

/** The same rule, model and meaning give the same id, wherever the lines have moved. */
export function findingId(rule: string, model: string, about: string): string {
  const digest = createHash("sha256").update(JSON.stringify([rule, model, about]));
  return digest.digest("hex").slice(0, 16);
}
