import { list, mapping } from "../../documents/build.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Mapping, Value } from "../../documents/value.ts";

/** One value over another: maps are merged, anything else is replaced, and `~` takes a key away. */
export function overlaid(base: Value, over: Value): Value {
  if (base.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const known = entries.get(key);
    if (entry.value.kind === "scalar" && entry.value.value === null) entries.delete(key);
    else if (known) entries.set(key, { ...known, value: overlaid(known.value, entry.value) });
    else entries.set(key, entry);
  }
  return { ...over, entries };
}

/** A part of a document as a document of its own: the same lines, and pointers that start at it. */
export function asDocument(value: Value, pointer = ""): Value {
  const at = { ...value.at, pointer };
  switch (value.kind) {
    case "scalar":
      return { ...value, at };
    case "list":
      return list(
        value.items.map((item, index) => asDocument(item, pointerTo(pointer, index))),
        at,
      );
    case "map":
      return mapping(
        [...value.entries.values()].map(({ key, keyAt, value: child }) => {
          const below = pointerTo(pointer, key);
          return [key, asDocument(child, below), { ...keyAt, pointer: below }] as const;
        }),
        at,
      );
  }
}

/** The map with a value at the end of some keys, maps made on the way; null where a value in the way is no map. */
export function withValueAt(map: Mapping, [key, ...rest]: readonly string[], value: Value): Mapping | null {
  if (key === undefined) return null;
  const known = map.entries.get(key);
  const child = known?.value ?? mapping([], value.at);
  const next = rest.length === 0 ? value : child.kind === "map" ? withValueAt(child, rest, value) : null;
  if (next === null) return null;
  const entry = { key, keyAt: known?.keyAt ?? value.at, value: next };
  return { ...map, entries: new Map([...map.entries, [key, entry]]) };
}

export function without(map: Mapping, key: string): Mapping {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}
