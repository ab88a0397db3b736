import { rowsAt, rowsIn } from "../frequency.ts";
import { BLOCK, Sum } from "../sum.ts";
import { twoSidedNormal } from "../tails/normal.ts";
import type { Forecast } from "./forecast.ts";

/** Spiegelhalter's z, and the chance of one as far from 0 when the forecasts are calibrated. */
export interface Spiegelhalter {
  readonly z: number;
  readonly p: number;
  /** The rows with weight. */
  readonly n: number;
}

/**
 * z = Σ w (y - π)(1 - 2π) / √(Σ w² (1 - 2π)² π (1 - π)): how far the Brier score lies from what it would be on
 * average of calibrated forecasts, in standard errors. Weights are not counts of trials: doubling them all
 * changes nothing. Undefined when every forecast is 0, ½ or 1, and when one of 0 or 1 is wrong, which
 * calibrated forecasts never are. Two-sided.
 * Source: D. J. Spiegelhalter, Stat. Med. 5 (1986) 421-433.
 */
export function spiegelhalterTest({
  probability,
  positive,
  weight,
  frequency,
}: Forecast): Spiegelhalter | string {
  const n = rowsIn(frequency, probability.length);
  const off = new Sum();
  const variance = new Sum();
  let wrong = 0;
  for (let start = 0; start < probability.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, probability.length);
    let [offs, variances] = [0, 0];
    for (let line = start; line < end; line++) {
      const share = weight === null ? 1 : weight[line]!;
      const rows = rowsAt(frequency, line);
      const forecast = probability[line]!;
      const outcome = positive[line]!;
      if (forecast === 1 - outcome) wrong += rows;
      offs += share * (outcome - forecast) * (1 - 2 * forecast);
      variances += share * (share / rows) * (1 - 2 * forecast) ** 2 * forecast * (1 - forecast);
    }
    off.add(offs);
    variance.add(variances);
  }
  if (wrong > 0) return `${wrong} of ${n} scores are certain (0 or 1) and wrong`;
  const z = off.value / Math.sqrt(variance.value);
  if (!Number.isFinite(z)) return "every score is 0, 0.5 or 1";
  return { z, p: twoSidedNormal(z), n };
}
