import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Interval } from "../statistics/outcome.ts";

/** It could not be measured; what is in the way, and what would clear it. */
export interface Unmeasured {
  readonly kind: "cannot-tell";
  readonly says: string;
  readonly fix: string;
  /** Where it is, when the file itself can say. */
  readonly at?: Place;
}

export type MetricResult =
  | { readonly kind: "value"; readonly value: number; readonly n: number; readonly interval: Interval | null }
  | { readonly kind: "undefined"; readonly reason: string; readonly n: number }
  | Unmeasured;

export type RowsResult =
  | { readonly kind: "rows"; readonly rows: number; readonly problems: readonly Problem[] }
  | Unmeasured;

export type GroupsResult =
  | { readonly kind: "groups"; readonly sizes: ReadonlyMap<string, number>; readonly missing: number }
  | Unmeasured;

export type OverlapResult =
  | {
      readonly kind: "overlap";
      readonly shared: number;
      /** Where none is shared: ids that differ in nothing but how they are written. */
      readonly alike: number;
      readonly left: number;
      readonly right: number;
    }
  | Unmeasured;

export type DigestResult =
  | { readonly kind: "digest"; readonly sha256: string; readonly bytes: number }
  | Unmeasured;

/** What each kind of need is answered with. */
export interface Results {
  readonly metric: MetricResult;
  readonly rows: RowsResult;
  readonly groups: GroupsResult;
  readonly overlap: OverlapResult;
  readonly digest: DigestResult;
}

export type Result = Results[keyof Results];
