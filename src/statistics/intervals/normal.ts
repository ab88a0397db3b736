import quantile from "@stdlib/stats-base-dists-normal-quantile";

/** How many standard errors a two-sided normal interval reaches at this confidence: 1.96 at 0.95. */
export function normalReach(confidence: number): number {
  return quantile((1 + confidence) / 2, 0, 1);
}
