import { lookup } from "../documents/lookup.ts";
import { nearest } from "../documents/nearest.ts";
import type { Problem } from "../documents/problem.ts";
import type { Mapping } from "../documents/value.ts";
import { TIERS } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";

/** Families under a tier's `escalate.families` that no rule is of. */
export function familyProblems(root: Mapping, rules: readonly AnyRule[]): Problem[] {
  const known = new Set(rules.map(({ id }) => id.slice(0, id.indexOf("/"))));
  return TIERS.flatMap((tier) => {
    const families = lookup(root, `tiers.${tier}.escalate.families`);
    const written = families?.kind === "map" ? [...families.entries.values()] : [];
    return written.flatMap(({ key, keyAt }): Problem[] => {
      if (known.has(key)) return [];
      const close = nearest(key, known);
      const fix = close === null ? `use one of: ${[...known].join(", ")}` : `write \`${close}\``;
      return [
        { code: "unknown-family", about: key, at: keyAt, says: `no rule is of the family "${key}"`, fix },
      ];
    });
  });
}
