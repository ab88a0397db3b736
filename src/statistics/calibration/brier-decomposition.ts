import { Sum } from "../sum.ts";
import type { Reliability } from "./reliability.ts";

/**
 * The Brier score in parts that add up to it:
 * brier = reliability - resolution + uncertainty + withinVariance - withinCovariance.
 */
export interface BrierDecomposition {
  readonly brier: number;
  /** The mean of (mean probability - observed share)² of the bins; 0 is best. */
  readonly reliability: number;
  /** The mean of (observed share - base rate)² of the bins; more is better. */
  readonly resolution: number;
  /** base rate · (1 - base rate). */
  readonly uncertainty: number;
  /** The mean of (probability - its bin's mean)². */
  readonly withinVariance: number;
  /** Twice the mean of (outcome - its bin's share) · (probability - its bin's mean). */
  readonly withinCovariance: number;
}

/**
 * The decomposition under the reliability's bins, exact for any bins. The first three terms alone, which
 * A. H. Murphy, J. Appl. Meteorol. 12 (1973) 595-600 gives, fall short wherever a bin holds unlike forecasts.
 * Source: D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, Weather Forecast. 23 (2008) 752-757.
 */
export function brierDecomposition({ bins, within }: Reliability): BrierDecomposition {
  const [total, came, reliability, resolution] = [new Sum(), new Sum(), new Sum(), new Sum()];
  for (const bin of bins) {
    total.add(bin.weight);
    came.add(bin.weight * bin.observed);
  }
  const baseRate = came.value / total.value;
  for (const bin of bins) {
    reliability.add(bin.weight * (bin.meanProbability - bin.observed) ** 2);
    resolution.add(bin.weight * (bin.observed - baseRate) ** 2);
  }
  const [brier, variance, covariance] = [new Sum(), new Sum(), new Sum()];
  for (const { error, square, product } of within) {
    brier.add(error);
    variance.add(square);
    covariance.add(product);
  }
  return {
    brier: brier.value / total.value,
    reliability: reliability.value / total.value,
    resolution: resolution.value / total.value,
    uncertainty: baseRate * (1 - baseRate),
    withinVariance: variance.value / total.value,
    withinCovariance: (2 * covariance.value) / total.value,
  };
}
