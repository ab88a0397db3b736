import type { SampleTask } from "../task.ts";
import type { Calibration } from "./calibration.ts";
import type { ColumnChange } from "./change.ts";
import type { Comparison } from "./comparison.ts";
import type { NamedCurve } from "./curves.ts";
import type { MetricRow, NotMeasured } from "./metrics.ts";
import type { FileFacts } from "./population.ts";
import type { BootstrapFacts } from "./resampled.ts";
import type { RowsNeeded } from "./rows-needed.ts";
import type { SegmentAnalysis } from "./segments.ts";
import type { Told } from "./told.ts";

/** Everything that one file of predictions says of its model, as plain data; schemas/analysis.schema.json is its contract. */
export interface Analysis {
  readonly schema: "effective-challenge/analysis/v1";
  readonly tool: { readonly name: string; readonly version: string };
  readonly file: FileFacts;
  readonly reference: FileFacts | null;
  readonly task: SampleTask;
  readonly columns: ColumnRoles;
  /** In scikit-learn's order, labels in the order given; none for regression. */
  readonly classes: readonly string[];
  readonly positive: string | null;
  readonly threshold: number | null;
  readonly confidence: number;
  readonly bootstrap: BootstrapFacts | null;
  /** What a reader must know before using the numbers. */
  readonly notes: readonly string[];
  readonly metrics: readonly MetricRow[];
  readonly rowsNeeded: readonly RowsNeeded[];
  readonly notMeasured: readonly NotMeasured[];
  /** Null when there is no score of two classes; so are there no curves. */
  readonly calibration: Told<Calibration> | null;
  readonly curves: readonly NamedCurve[];
  readonly segments: readonly SegmentAnalysis[];
  /** Against the reference. */
  readonly changes: readonly ColumnChange[];
  /** Null without a reference or without ids. */
  readonly comparison: Told<Comparison> | null;
}

export interface ColumnRoles {
  /** Null where a row has several labels. */
  readonly label: string | null;
  readonly prediction: string | null;
  readonly score: string | null;
  /** By class or label. */
  readonly scores: Readonly<Record<string, string>>;
  /** By label, where a row has several. */
  readonly labels: Readonly<Record<string, string>>;
  readonly predictions: Readonly<Record<string, string>>;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly weight: string | null;
  /** How many rows each line stands for. */
  readonly count: string | null;
  readonly segments: readonly string[];
  readonly entity: string | null;
  readonly id: string | null;
}
