/**
 * What a metric is computed from: parallel typed arrays, one entry per row, no missing values.
 * `weight` is null unless the card declares weights. `score` of a binary sample is of the positive class.
 */
export type Sample = BinarySample | MulticlassSample | RegressionSample;

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
}

export interface RegressionSample {
  readonly task: "regression";
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
  readonly weight: Float64Array | null;
}
