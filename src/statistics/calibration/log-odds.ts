import type { Forecast } from "./forecast.ts";
import { oneClassFlaw } from "./forecast.ts";

/** ln(π / (1 - π)) by row; the reason when a class is missing or a probability of exactly 0 or 1 has none. */
export function logOddsOf(forecast: Forecast): Float64Array | string {
  const flaw = oneClassFlaw(forecast);
  if (flaw !== null) return flaw;
  const { probability } = forecast;
  let certain = 0;
  for (let row = 0; row < probability.length; row++) {
    if (probability[row] === 0 || probability[row] === 1) certain++;
  }
  if (certain > 0) {
    return `${certain} of ${probability.length} scores are exactly 0 or 1, whose log-odds are infinite`;
  }
  return probability.map((value) => Math.log(value) - Math.log1p(-value));
}

/** 1 / (1 + e^-x) without overflow. */
export function chanceOf(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}
