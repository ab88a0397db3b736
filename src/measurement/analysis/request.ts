import { NAMED_ROLES, type Roles, SINGLE_ROLES } from "../../evidence/roles.ts";
import type { SampleTask } from "../task.ts";
import type { Asked } from "./asked.ts";

/** What is asked of one file of predictions: its columns by role, and how to measure. */
export interface AnalysisRequest extends Roles {
  readonly task: SampleTask;
  /** Decisions are score ≥ threshold; null when they are a column, or there are none. */
  readonly threshold: number | null;
  readonly positive: string | null;
  readonly confidence: number;
  /** These alone, of all rows and of each group, without curves, calibration and disparities; null for everything. */
  readonly metrics: readonly Asked[] | null;
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

/** The columns that a request names, each with its role; those of a class or label with the role of one. */
export function namedColumns(request: AnalysisRequest): readonly (readonly [role: string, column: string])[] {
  const single = SINGLE_ROLES.flatMap((role) =>
    request[role] === null ? [] : [[role, request[role]] as const],
  );
  const several = NAMED_ROLES.flatMap((role) =>
    [...request[role].values()].map((column) => [role.slice(0, -1), column] as const),
  );
  return [...single, ...several, ...request.segments.map((column) => ["segment", column] as const)];
}
