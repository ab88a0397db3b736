import type { MetricParameters } from "../statistics/metric.ts";

export type Slice = Readonly<Record<string, string>>;

/** How a row becomes a decision: by a threshold on the score, by its own column, or not at all. */
export type DecisionSource = { readonly threshold: number } | "column" | null;

/** A metric over one table or one slice of it. */
export interface MetricNeed {
  readonly kind: "metric";
  readonly table: string;
  /** The registry's own name. */
  readonly metric: string;
  readonly parameters: MetricParameters;
  readonly decision: DecisionSource;
  /** Rows count by the table's declared weight column. */
  readonly weighted: boolean;
  readonly slice: Slice;
  readonly confidence: number;
}

/** The rows of a table, and whether every cell of its roles can be used. */
export interface RowsNeed {
  readonly kind: "rows";
  readonly table: string;
}

/** The sizes of the groups that a segment column makes. */
export interface GroupsNeed {
  readonly kind: "groups";
  readonly table: string;
  readonly column: string;
}

/** The ids that two tables share. */
export interface OverlapNeed {
  readonly kind: "overlap";
  readonly left: string;
  readonly right: string;
}

/** SHA-256 of a file, by its path from the root of the tree. */
export interface DigestNeed {
  readonly kind: "digest";
  readonly path: string;
}

/** What a rule wants measured in the model's head dossier, said as data. */
export type Need = MetricNeed | RowsNeed | GroupsNeed | OverlapNeed | DigestNeed;

/** The same need, however it was built, has the same key. */
export function keyOf(need: Need): string {
  switch (need.kind) {
    case "metric": {
      const { table, metric, parameters, decision, weighted, slice, confidence } = need;
      return JSON.stringify([
        "metric",
        table,
        metric,
        pairs(parameters),
        decision,
        weighted,
        pairs(slice),
        confidence,
      ]);
    }
    case "rows":
      return JSON.stringify(["rows", need.table]);
    case "groups":
      return JSON.stringify(["groups", need.table, need.column]);
    case "overlap":
      return JSON.stringify(["overlap", need.left, need.right]);
    case "digest":
      return JSON.stringify(["digest", need.path]);
  }
}

function pairs(record: object): readonly (readonly [string, unknown])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
