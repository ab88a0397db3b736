import type { Grouping } from "./grouping.ts";
import type { Sample } from "./sample.ts";

/** Some lines of a whole sample, in its order. */
export interface Part {
  readonly whole: Sample;
  readonly lines: number;
  readonly rows: Int32Array;
  /** The group that the lines are, among those beside it. */
  readonly group: { readonly of: Grouping; readonly number: number } | null;
}

const remembered = new WeakMap<Sample, Part>();

/** Notes what a sample is part of, so that what is known of every row is not worked out again for its parts. */
export function rememberPart(sample: Sample, part: Part): void {
  remembered.set(sample, part);
}

/** Null when nobody noted that the sample is a part. */
export function partOf(sample: Sample): Part | null {
  return remembered.get(sample) ?? null;
}
