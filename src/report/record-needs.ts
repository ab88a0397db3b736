import { type Dossier, referencedPaths } from "../case/dossier.ts";
import type { Need } from "../measurement/need.ts";

/** The audit record carries the digest of everything that the judgement rests on, whatever the rules ask for. */
export function recordNeeds(dossier: Dossier): Need[] {
  return referencedPaths(dossier).map((path) => ({ kind: "digest", path }));
}
