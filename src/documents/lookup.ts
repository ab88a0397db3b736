import { pointerKeys } from "./pointer.ts";
import type { Value } from "./value.ts";

/** The value at a dotted path of keys such as "use.intended", or null. Keys that contain dots need a pointer. */
export function lookup(root: Value | null, dotted: string): Value | null {
  return descend(root, dotted.split("."));
}

/** The value at an RFC 6901 pointer, or null. */
export function atPointer(root: Value | null, pointer: string): Value | null {
  return descend(root, pointerKeys(pointer));
}

function descend(root: Value | null, keys: readonly string[]): Value | null {
  let value = root;
  for (const key of keys) {
    if (value === null) return null;
    value = child(value, key);
  }
  return value;
}

function child(value: Value, key: string): Value | null {
  switch (value.kind) {
    case "map":
      return value.entries.get(key)?.value ?? null;
    case "list":
      return /^\d+$/.test(key) ? (value.items[Number(key)] ?? null) : null;
    case "scalar":
      return null;
  }
}
