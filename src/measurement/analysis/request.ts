import type { SampleTask } from "../task.ts";

/** What is asked of one file of predictions: its columns by role, and how to measure. */
export interface AnalysisRequest {
  readonly task: SampleTask;
  /** Null where a row has several labels. */
  readonly label: string | null;
  /** Label to column, of the truth and of the decision; empty where a row has one label. */
  readonly labels: ReadonlyMap<string, string>;
  readonly predictions: ReadonlyMap<string, string>;
  readonly prediction: string | null;
  /** Of the positive class; null for other tasks than binary. */
  readonly score: string | null;
  /** Class or label to column; empty where there is one score. */
  readonly scores: ReadonlyMap<string, string>;
  /** The bounds of a predicted interval; both or neither, and null for other tasks than regression. */
  readonly lower: string | null;
  readonly upper: string | null;
  readonly weight: string | null;
  /** How many rows each line stands for; null where each is one. */
  readonly count: string | null;
  readonly segments: readonly string[];
  /** Whose rows belong together: the bootstrap draws them together. */
  readonly entity: string | null;
  /** What makes a row of the reference the same case as a row of the file. */
  readonly id: string | null;
  /** Decisions are score ≥ threshold; null when they are a column, or there are none. */
  readonly threshold: number | null;
  readonly positive: string | null;
  readonly confidence: number;
  readonly bootstrap: BootstrapRequest | null;
  /** The largest loss, in a metric's own unit, that the comparison still calls non-inferior; null for none. */
  readonly margin: number | null;
}

export interface BootstrapRequest {
  readonly replicates: number;
  readonly seed: string;
  /** Draw as many rows of each true class as there are. */
  readonly stratify: boolean;
}

/** The columns that a request names, each with its role. */
export function namedColumns(request: AnalysisRequest): readonly (readonly [role: string, column: string])[] {
  const {
    label,
    labels,
    prediction,
    predictions,
    score,
    scores,
    lower,
    upper,
    weight,
    count,
    segments,
    entity,
    id,
  } = request;
  const single = { label, prediction, score, lower, upper, weight, count, entity, id };
  const pairs = Object.entries(single).flatMap(([role, column]) =>
    column === null ? [] : [[role, column] as const],
  );
  const others = (
    [
      ["label", labels],
      ["prediction", predictions],
      ["score", scores],
    ] as const
  ).flatMap(([role, columns]) => [...columns.values()].map((column) => [role, column] as const));
  return [...pairs, ...others, ...segments.map((column) => ["segment", column] as const)];
}
