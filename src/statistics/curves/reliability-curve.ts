import type { Reliability } from "../calibration/reliability.ts";
import type { Curve } from "./curve.ts";

/** The reliability curve: x is the mean probability of each bin with rows, rising, y the observed share, and the threshold is the bin's upper edge. */
export function reliabilityCurve({ bins }: Reliability): Curve {
  return {
    x: Float64Array.from(bins, (bin) => bin.meanProbability),
    y: Float64Array.from(bins, (bin) => bin.observed),
    threshold: Float64Array.from(bins, (bin) => bin.high),
  };
}
