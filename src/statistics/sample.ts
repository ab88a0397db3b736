/**
 * What a metric is computed from: parallel typed arrays, one entry per line, no missing values. A line is one row
 * unless `frequency` says of how many alike rows it is. `weight` is how much a line counts; null where each counts
 * one, and `countedLines` where there is a frequency. `score` of a binary sample is of the positive class.
 */
export type Sample = BinarySample | MulticlassSample | MultilabelSample | RegressionSample;

export interface BinarySample {
  readonly task: "binary";
  readonly classes: readonly [negative: string, positive: string];
  /** 1 where the row's true class is the positive one. */
  readonly positive: Uint8Array;
  /** 1 where the decision is the positive class; null when there is no decision. */
  readonly decision: Uint8Array | null;
  /** Larger means more likely positive; in [0, 1] when it is a probability. */
  readonly score: Float64Array | null;
  readonly weight: Float64Array | null;
  readonly frequency?: Float64Array | null;
}

export interface MulticlassSample {
  readonly task: "multiclass";
  /** Every class of truth or prediction, in scikit-learn's sorted order. */
  readonly classes: readonly string[];
  /** Index into `classes`. */
  readonly truth: Int32Array;
  readonly decision: Int32Array | null;
  /** One probability array per class, in the order of `classes`. */
  readonly scores: readonly Float64Array[] | null;
  readonly weight: Float64Array | null;
  readonly frequency?: Float64Array | null;
}

/** Rows of which any number of labels are true. Arrays of arrays are by label, in the order of `classes`. */
export interface MultilabelSample {
  readonly task: "multilabel";
  /** The labels. */
  readonly classes: readonly string[];
  /** 1 where the row truly has the label. */
  readonly truth: readonly Uint8Array[];
  /** 1 where the row is decided to have it; null when there is no decision. */
  readonly decision: readonly Uint8Array[] | null;
  /** Larger means more likely that the row has it. */
  readonly scores: readonly Float64Array[] | null;
  readonly weight: Float64Array | null;
  readonly frequency?: Float64Array | null;
}

export interface RegressionSample {
  readonly task: "regression";
  readonly truth: Float64Array;
  /** The predicted number; null when only an interval is predicted. */
  readonly prediction: Float64Array | null;
  /** The interval predicted around each number; null when there is none. */
  readonly bounds?: PredictedBounds | null;
  readonly weight: Float64Array | null;
  readonly frequency?: Float64Array | null;
}

export interface PredictedBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}
