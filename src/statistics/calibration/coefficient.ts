import { countsRows, rowsIn } from "../frequency.ts";
import { normalReach } from "../intervals/normal.ts";
import type { Interval } from "../outcome.ts";
import type { Forecast } from "./forecast.ts";

export interface Coefficient {
  readonly value: number;
  /** The rows with weight. */
  readonly n: number;
  /** Wald's, value ± z · standard error. Null for weighted rows: weights are no counts of trials. */
  readonly interval: Interval | null;
}

export function coefficientOf(
  value: number,
  variance: number,
  forecast: Forecast,
  confidence: number,
): Coefficient {
  const reach = normalReach(confidence) * Math.sqrt(variance);
  const sound = countsRows(forecast) && Number.isFinite(reach);
  const interval = { low: value - reach, high: value + reach, confidence, method: "wald" } as const;
  return {
    value,
    n: rowsIn(forecast.frequency, forecast.probability.length),
    interval: sound ? interval : null,
  };
}
