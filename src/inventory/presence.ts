import { lookup } from "../documents/lookup.ts";
import type { Mapping, Value } from "../documents/value.ts";
import { isPlaceholder } from "./placeholder.ts";

/** The value at a dotted native path such as "use.intended", when something real is written there, or null. */
export function present(root: Mapping | null, field: string): Value | null {
  const value = lookup(root, field);
  return value && says(value) ? value : null;
}

/** Whether a value says anything: a list when one item does, a map when one entry does. */
export function says(value: Value): boolean {
  switch (value.kind) {
    case "scalar":
      return typeof value.value === "string" ? !isPlaceholder(value.value) : value.value !== null;
    case "list":
      return value.items.some(says);
    case "map":
      return [...value.entries.values()].some((entry) => says(entry.value));
  }
}
