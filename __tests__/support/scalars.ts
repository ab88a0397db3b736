import type { Scalar, Value } from "../../src/documents/value.ts";

/** Every scalar of a value, in document order. */
export function scalarsOf(value: Value): Scalar[] {
  switch (value.kind) {
    case "scalar":
      return [value];
    case "list":
      return value.items.flatMap(scalarsOf);
    case "map":
      return [...value.entries.values()].flatMap((entry) => scalarsOf(entry.value));
  }
}

/** The offset at which a 1-based line and column stand, in a text with LF endings. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
