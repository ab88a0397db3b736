import type { Type } from "./type.ts";

/** What to write in place of arguments that a function does not take. */
export function remedy(types: readonly Type[]): string {
  const kinds = new Set(types.map(({ kind }) => kind));
  if (kinds.has("int") && kinds.has("double"))
    return "write whole numbers as `2.0`, or convert with `double(…)`";
  if (kinds.has("string") && kinds.has("timestamp"))
    return 'write a day as `timestamp("2026-01-31T00:00:00Z")`';
  if (kinds.has("string") && kinds.size > 1)
    return "put text in quotes, and leave numbers without; `string(…)` converts";
  if (kinds.has("record")) return "name the field of the record that is meant";
  return "docs/expressions.md lists what each takes";
}
