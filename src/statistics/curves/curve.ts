/**
 * A curve over thresholds, from the highest down: x never falls. The decision at a point is score ≥ threshold;
 * a first point of which no row is part has the threshold Infinity.
 */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly threshold: Float64Array;
}

/** A curve of which some points were left out. */
export interface ThinnedCurve extends Curve {
  /** The points that the whole curve has. */
  readonly points: number;
  /** The area under this curve differs from that under the whole one by no more; 0 when nothing was left out. */
  readonly areaBound: number;
}
