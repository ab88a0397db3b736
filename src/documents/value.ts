import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** A document's values, each with its place and, for scalars, the text it was written as. */
export type Value = Scalar | List | Mapping;

export interface Scalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly raw: string;
  readonly at: Place;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly at: Place;
}

export interface Mapping {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Place;
}

export interface Entry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Value;
}

/** `root` is null when nothing could be read; then `problems` says why. */
export interface Document {
  readonly path: string;
  readonly root: Value | null;
  readonly problems: readonly Problem[];
}
