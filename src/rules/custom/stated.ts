import type { Given } from "../../expressions/value.ts";

/** A record without the fields that nothing states: `has(…)` is false of them. */
export function stated(fields: Readonly<Record<string, Given | null>>): Given {
  const known = Object.entries(fields).filter((entry): entry is [string, Given] => entry[1] !== null);
  return Object.fromEntries(known);
}
