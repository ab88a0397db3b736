import { lookup } from "../documents/lookup.ts";
import { nearest } from "../documents/nearest.ts";
import type { Problem } from "../documents/problem.ts";
import type { Mapping, Scalar, Value } from "../documents/value.ts";

/** Domains that a criterion asks for and `tiering.domains` does not explain: a misspelt one would ask for nothing. */
export function domainProblems(root: Mapping): Problem[] {
  const domains = lookup(root, "tiering.domains");
  if (domains?.kind !== "map") return [];
  const known = [...domains.entries.keys()];
  return asked(root).flatMap((name) => {
    const word = String(name.value);
    if (word === "any" || domains.entries.has(word)) return [];
    const close = nearest(word, known);
    const says = `a criterion asks for the domain "${word}", and \`tiering.domains\` has no such name`;
    const fix = close === null ? `add it: \`${word}: []\`` : `write \`${close}\`, or add \`${word}: []\``;
    return [{ code: "unknown-domain", about: word, at: name.at, says, fix }];
  });
}

function asked(root: Mapping): Scalar[] {
  const criteria = lookup(root, "tiering.criteria");
  const written = criteria?.kind === "list" ? criteria.items : [];
  return written.flatMap((criterion) => scalarsOf(lookup(criterion, "when.domain")));
}

function scalarsOf(value: Value | null): Scalar[] {
  if (value?.kind === "scalar") return [value];
  return value?.kind === "list" ? value.items.filter((item) => item.kind === "scalar") : [];
}
