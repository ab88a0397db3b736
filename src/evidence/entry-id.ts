import type { Problem } from "../documents/problem.ts";
import type { Sourced } from "../inventory/sourced.ts";

/** The first of the wanted ids that is free: results are kept by id, and no table may hide behind another. */
export function takeId(taken: Set<string>, ...wanted: readonly (string | null)[]): string {
  const known = wanted.filter((id) => id !== null);
  const id = known.find((name) => !taken.has(name)) ?? numbered(known.at(-1) ?? "", taken);
  taken.add(id);
  return id;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = taken.size;
  while (taken.has(`${name}#${number}`)) number++;
  return `${name}#${number}`;
}

export function duplicateId(id: Sourced<string>): Problem {
  const says = `the id "${id.value}" is also that of an earlier entry`;
  return { code: "duplicate-id", about: id.value, at: id.at, says, fix: "give each entry an id of its own" };
}
