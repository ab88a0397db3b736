import type { Forecast } from "./forecast.ts";
import { logOddsOf } from "./log-odds.ts";

/** What a fit is of: lines of x in log-odds, what each weighs, and how much of that is positive. */
export interface FitRows {
  readonly x: Float64Array;
  /** Null when every line weighs 1. */
  readonly weight: Float64Array | null;
  readonly came: Uint8Array | Float64Array;
}

const remembered = new WeakMap<Forecast, FitRows>();

/** Every row of a forecast that has log-odds, worked out once. */
export function fitRowsOf(forecast: Forecast): FitRows {
  const known = remembered.get(forecast);
  if (known !== undefined) return known;
  const { probability, positive, weight } = forecast;
  const rows: FitRows = {
    x: probability.map((each) => logOddsOf(each)),
    weight,
    came: weight === null ? positive : weight.map((share, row) => share * positive[row]!),
  };
  remembered.set(forecast, rows);
  return rows;
}
