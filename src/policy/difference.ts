import type { Leaves } from "./leaves.ts";

/** One setting that differs, by its pointer, as both sides wrote it. */
export interface Difference {
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The leaves that two documents do not share, in pointer order. */
export function differences(before: Leaves, after: Leaves): Difference[] {
  const pointers = [...new Set([...before.keys(), ...after.keys()])].sort();
  return pointers.flatMap((pointer) => {
    const was = before.get(pointer)?.raw ?? null;
    const is = after.get(pointer)?.raw ?? null;
    return was === is ? [] : [{ pointer, before: was, after: is }];
  });
}
