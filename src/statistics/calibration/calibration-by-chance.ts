import { countsRows, rowsIn } from "../frequency.ts";
import { Sum } from "../sum.ts";
import type { Reliability } from "./reliability.ts";

/**
 * The expected calibration error that chance alone gives under these bins when every forecast is right: the mean
 * over rows of √(2·v/π), with v = Σ π(1 - π) / n² the variance of a bin's observed share. Errors of groups of unlike
 * sizes cannot be compared without it. A normal approximation. Null for weighted rows: weights are no trials.
 * Source: J. Bröcker, L. A. Smith, Weather Forecast. 22 (2007) 651-661, whose resampled consistency bars it stands for.
 */
export function calibrationErrorByChance({ forecast, within }: Reliability): number | null {
  if (!countsRows(forecast)) return null;
  const sum = new Sum();
  for (const { chance } of within) sum.add(Math.sqrt((2 * chance) / Math.PI));
  return sum.value / rowsIn(forecast.frequency, forecast.probability.length);
}
