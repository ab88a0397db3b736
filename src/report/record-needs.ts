import { referencedPaths } from "../case/dossier.ts";
import type { Need } from "../measurement/need.ts";
import type { Subject } from "../rules/subject.ts";

/** The audit record recomputes every claim and digests everything that it rests on, whatever the rules ask for. */
export function recordNeeds({ after, removed, bindings }: Subject): Need[] {
  if (removed) return [];
  const claims = bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : []));
  const digests = referencedPaths(after).map((path): Need => ({ kind: "digest", path }));
  return [...claims, ...digests];
}
