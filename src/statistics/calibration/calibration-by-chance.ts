import { countsRows, rowsAt, rowsIn } from "../frequency.ts";
import { Sum } from "../sum.ts";
import type { Reliability } from "./reliability.ts";

/**
 * The expected calibration error that chance alone gives under these bins when every forecast is right: the mean
 * over rows of √(2·v/π), with v = Σ π(1 - π) / n² the variance of a bin's observed share. Errors of groups of unlike
 * sizes cannot be compared without it. A normal approximation. Null for weighted rows: weights are no trials.
 * Source: J. Bröcker, L. A. Smith, Weather Forecast. 22 (2007) 651-661, whose resampled consistency bars it stands for.
 */
export function calibrationErrorByChance({ forecast, bins, binOf }: Reliability): number | null {
  const { probability, frequency } = forecast;
  if (!countsRows(forecast)) return null;
  const variances = bins.map(() => new Sum());
  for (let row = 0; row < probability.length; row++) {
    variances[binOf[row]!]!.add(rowsAt(frequency, row) * probability[row]! * (1 - probability[row]!));
  }
  const sum = new Sum();
  for (const variance of variances) sum.add(Math.sqrt((2 * variance.value) / Math.PI));
  return sum.value / rowsIn(frequency, probability.length);
}
