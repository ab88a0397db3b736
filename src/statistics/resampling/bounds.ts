import erfc from "@stdlib/math-base-special-erfc";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** The shares of the replicates that lie below either end of an interval. */
export type Bounds = readonly [low: number, high: number];

export function percentileBounds(confidence: number): Bounds {
  return [(1 - confidence) / 2, (1 + confidence) / 2];
}

/**
 * Percentile bounds moved for the median bias of the replicates and for the acceleration of the statistic; the
 * reason when the value lies outside all replicates.
 * Source: B. Efron, JASA 82 (1987) 171-185; ties count half, as in SciPy bootstrap(method="BCa").
 */
export function bcaBounds(
  replicates: Float64Array,
  value: number,
  acceleration: number,
  confidence: number,
): Bounds | string {
  let below = 0;
  for (const replicate of replicates) below += replicate < value ? 1 : replicate === value ? 0.5 : 0;
  if (below === 0 || below === replicates.length) return "the value itself lies outside all replicates";
  const bias = normalQuantile(below / replicates.length, 0, 1);
  const reach = normalQuantile((1 + confidence) / 2, 0, 1);
  const low = moved(bias, -reach, acceleration);
  const high = moved(bias, reach, acceleration);
  return low === null || high === null ? "it is too skewed for the correction to hold" : [low, high];
}

/** Null beyond the pole, where the correction turns the interval inside out. */
function moved(bias: number, reach: number, acceleration: number): number | null {
  const shifted = bias + reach;
  const shrink = 1 - acceleration * shifted;
  return shrink > 0 ? normalBelow(bias + shifted / shrink) : null;
}

/** P(Z ≤ z) for a standard normal Z. Source: SciPy norm.cdf. */
function normalBelow(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}
