import type { Place } from "./place.ts";
import type { Entry, List, Mapping, Scalar, Value } from "./value.ts";

/** For dialects that build values of a native card's shape out of another one. */
export function scalar(value: Scalar["value"], at: Place, raw: string = String(value ?? "")): Scalar {
  return { kind: "scalar", value, raw, at };
}

export function list(items: readonly Value[], at: Place): List {
  return { kind: "list", items, at };
}

/** Of two entries with one key the first stays. A key without a place of its own stands where its value does. */
export function mapping(
  entries: Iterable<readonly [key: string, value: Value, keyAt?: Place | undefined]>,
  at: Place,
): Mapping {
  const built = new Map<string, Entry>();
  for (const [key, value, keyAt] of entries) {
    if (!built.has(key)) built.set(key, { key, keyAt: keyAt ?? value.at, value });
  }
  return { kind: "map", entries: built, at };
}
