import type { Value } from "../documents/value.ts";

/** A setting as it was written, and where, 1-based. */
export interface Leaf {
  readonly raw: string;
  readonly line: number;
  readonly column: number;
}

/** Each setting of a document, by its JSON pointer. A list of nothing is a setting too: `[]`. */
export type Leaves = ReadonlyMap<string, Leaf>;

export const NO_LEAVES: Leaves = new Map();

export function leavesOf(root: Value): Leaves {
  const found = new Map<string, Leaf>();
  const walk = (value: Value, pointer: string): void => {
    const { line, column } = value.at;
    switch (value.kind) {
      case "scalar":
        found.set(pointer, { raw: value.raw, line, column });
        break;
      case "list":
        if (value.items.length === 0) found.set(pointer, { raw: "[]", line, column });
        for (const [index, item] of value.items.entries()) walk(item, `${pointer}/${index}`);
        break;
      case "map":
        if (value.entries.size === 0) found.set(pointer, { raw: "{}", line, column });
        for (const { key, value: child } of value.entries.values()) walk(child, below(pointer, key));
        break;
    }
  };
  walk(root, "");
  return found;
}

/** The pointer of a key of what a pointer points at. */
export function below(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The line of a setting, or of the first written within it; null when it is not written. */
export function lineOf(leaves: Leaves, pointer: string): number | null {
  const known = remembered.get(leaves) ?? firstLines(leaves);
  remembered.set(leaves, known);
  return known.get(pointer) ?? null;
}

const remembered = new WeakMap<Leaves, ReadonlyMap<string, number>>();

/** Of every pointer that leads to a setting or to some; where one is known, so are those above it. */
function firstLines(leaves: Leaves): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [pointer, { line }] of leaves) {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const above = pointer.slice(0, end);
      if (found.has(above)) break;
      found.set(above, line);
    }
  }
  return found;
}
