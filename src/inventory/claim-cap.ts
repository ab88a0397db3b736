import { list, mapping } from "../documents/build.ts";
import type { Problem } from "../documents/problem.ts";
import type { Mapping } from "../documents/value.ts";
import type { Caps } from "../workspace/caps.ts";
import { listAt } from "./record/fields.ts";

/** The root with no more claims than one card may have, and the problem when there were more. */
export function withinClaimCap(
  root: Mapping | null,
  caps: Caps,
): { root: Mapping | null; problems: Problem[] } {
  const claims = listAt(root, "metrics");
  if (!root || !claims || claims.items.length <= caps.claims) return { root, problems: [] };
  const says = `the card has ${claims.items.length} claims, and only the first ${caps.claims} are read`;
  const fix = "split the card, or raise claims in the base's configuration";
  const kept = list(claims.items.slice(0, caps.claims), claims.at);
  const entries = [...root.entries.values()].map(
    ({ key, keyAt, value }) => [key, key === "metrics" ? kept : value, keyAt] as const,
  );
  return {
    root: mapping(entries, root.at),
    problems: [{ code: "over-cap", about: "claims", at: claims.at, says, fix }],
  };
}
