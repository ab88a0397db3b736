import type { Origin } from "../../policy/layers.ts";
import type { Settled } from "../../policy/settled.ts";

/** A value in force with the lines that say it: `path:line`, none for a rule's own default. */
export interface ShownValue {
  readonly value: unknown;
  readonly from: readonly string[];
}

/** A settled value with its places as text. */
export function shownValue({ value, from }: Settled<unknown>): ShownValue {
  return { value, from: from.map(placeOf) };
}

export function placeOf({ path, line }: Origin): string {
  return `${path}:${line}`;
}
