import type { Value } from "../documents/value.ts";

/** Each setting of a document as it was written, by its JSON pointer. A list of nothing is a setting too: `[]`. */
export type Leaves = ReadonlyMap<string, string>;

export const NO_LEAVES: Leaves = new Map();

export function leavesOf(root: Value): Leaves {
  const found = new Map<string, string>();
  const walk = (value: Value, pointer: string): void => {
    switch (value.kind) {
      case "scalar":
        found.set(pointer, value.raw);
        break;
      case "list":
        if (value.items.length === 0) found.set(pointer, "[]");
        for (const [index, item] of value.items.entries()) walk(item, `${pointer}/${index}`);
        break;
      case "map":
        if (value.entries.size === 0) found.set(pointer, "{}");
        for (const { key, value: child } of value.entries.values()) {
          walk(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
        }
        break;
    }
  };
  walk(root, "");
  return found;
}
