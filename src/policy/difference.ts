import type { Value } from "../documents/value.ts";

/** One setting that differs, by its pointer, as both sides wrote it. */
export interface Difference {
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The leaves that two documents do not share, in pointer order. */
export function differences(before: Value | null, after: Value | null): Difference[] {
  const left = leaves(before);
  const right = leaves(after);
  const pointers = [...new Set([...left.keys(), ...right.keys()])].sort();
  return pointers.flatMap((pointer) => {
    const was = left.get(pointer) ?? null;
    const is = right.get(pointer) ?? null;
    return was === is ? [] : [{ pointer, before: was, after: is }];
  });
}

function leaves(root: Value | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: Value, pointer: string): void => {
    switch (value.kind) {
      case "scalar":
        found.set(pointer, value.raw);
        break;
      case "list":
        for (const [index, item] of value.items.entries()) walk(item, `${pointer}/${index}`);
        break;
      case "map":
        for (const { key, value: child } of value.entries.values()) {
          walk(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
        }
        break;
    }
  };
  if (root) walk(root, "");
  return found;
}
