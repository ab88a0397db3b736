import { Sum } from "../sum.ts";
import type { Reliability } from "./reliability.ts";

/**
 * Expected calibration error: the mean over rows (or weight) of |observed share - mean probability| of their
 * bin. In [0, 1]. It depends on the bins and is above 0 for few rows even of a calibrated model.
 * Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 29 (2015) 2901-2907.
 */
export function expectedCalibrationError({ bins }: Reliability): number {
  const sum = new Sum();
  const total = new Sum();
  for (const bin of bins) {
    sum.add(bin.weight * Math.abs(bin.observed - bin.meanProbability));
    total.add(bin.weight);
  }
  return sum.value / total.value;
}

/** Maximum calibration error: the largest |observed share - mean probability| of a bin with rows. In [0, 1]. */
export function maximumCalibrationError({ bins }: Reliability): number {
  return bins.reduce((most, bin) => Math.max(most, Math.abs(bin.observed - bin.meanProbability)), 0);
}
