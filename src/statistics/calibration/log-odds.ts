import { rowsAt, rowsIn } from "../frequency.ts";
import type { Forecast } from "./forecast.ts";
import { oneClassFlaw } from "./forecast.ts";

const remembered = new WeakMap<Forecast, Float64Array | string>();

/** ln(π / (1 - π)) by row, worked out once; the reason when a class is missing or a probability of exactly 0 or 1 has none. */
export function logOddsOf(forecast: Forecast): Float64Array | string {
  const known = remembered.get(forecast);
  if (known !== undefined) return known;
  const logOdds = computed(forecast);
  remembered.set(forecast, logOdds);
  return logOdds;
}

function computed(forecast: Forecast): Float64Array | string {
  const flaw = oneClassFlaw(forecast);
  if (flaw !== null) return flaw;
  const { probability, frequency } = forecast;
  let certain = 0;
  for (let row = 0; row < probability.length; row++) {
    if (probability[row] === 0 || probability[row] === 1) certain += rowsAt(frequency, row);
  }
  if (certain > 0) {
    return `${certain} of ${rowsIn(frequency, probability.length)} scores are exactly 0 or 1, whose log-odds are infinite`;
  }
  const logOdds = new Float64Array(probability.length);
  for (let row = 0; row < logOdds.length; row++) {
    logOdds[row] = Math.log(probability[row]!) - Math.log1p(-probability[row]!);
  }
  return logOdds;
}

/** 1 / (1 + e^-x) without overflow. */
export function chanceOf(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}
