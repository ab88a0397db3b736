import type { SampleTask } from "../task.ts";

/** What is asked of one file of predictions: its columns by role, and how to measure. */
export interface AnalysisRequest {
  readonly task: SampleTask;
  readonly label: string;
  readonly prediction: string | null;
  /** Of the positive class; null for other tasks than binary. */
  readonly score: string | null;
  /** Class to column; empty for other tasks than multiclass. */
  readonly scores: ReadonlyMap<string, string>;
  readonly weight: string | null;
  readonly segments: readonly string[];
  /** Whose rows belong together: the bootstrap draws them together. */
  readonly entity: string | null;
  /** What makes a row of the reference the same case as a row of the file. */
  readonly id: string | null;
  /** Decisions are score ≥ threshold; null when they are a column, or there are none. */
  readonly threshold: number | null;
  readonly positive: string | null;
  readonly confidence: number;
  readonly bootstrap: { readonly replicates: number; readonly seed: string } | null;
}

/** The columns that a request names, each with its role. */
export function namedColumns(request: AnalysisRequest): readonly (readonly [role: string, column: string])[] {
  const { label, prediction, score, scores, weight, segments, entity, id } = request;
  const single = { label, prediction, score, weight, entity, id };
  const pairs = Object.entries(single).flatMap(([role, column]) =>
    column === null ? [] : [[role, column] as const],
  );
  const others = [...scores.values()].map((column) => ["score", column] as const);
  return [...pairs, ...others, ...segments.map((column) => ["segment", column] as const)];
}
