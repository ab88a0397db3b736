import { rowsAt, rowsIn } from "../frequency.ts";
import type { Forecast } from "./forecast.ts";
import { oneClassFlaw } from "./forecast.ts";

/** Why log-odds cannot be fitted: a class is missing, or a probability of exactly 0 or 1 has none; or null. */
export function logOddsFlaw(forecast: Forecast): string | null {
  const flaw = oneClassFlaw(forecast);
  if (flaw !== null) return flaw;
  const { probability, frequency } = forecast;
  let certain = 0;
  for (let row = 0; row < probability.length; row++) {
    if (probability[row] === 0 || probability[row] === 1) certain += rowsAt(frequency, row);
  }
  if (certain === 0) return null;
  return `${certain} of ${rowsIn(frequency, probability.length)} scores are exactly 0 or 1, whose log-odds are infinite`;
}

/** ln(π / (1 - π)). */
export function logOddsOf(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/** 1 / (1 + e^-x) without overflow. */
export function chanceOf(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}
