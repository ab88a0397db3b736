import { normalReach } from "../intervals/normal.ts";
import type { Interval } from "../outcome.ts";
import type { Forecast } from "./forecast.ts";

/** A fitted coefficient's interval: value ± z · standard error. */
export interface WaldInterval extends Omit<Interval, "method"> {
  readonly method: "wald";
}

export interface Coefficient {
  readonly value: number;
  /** The rows with weight. */
  readonly n: number;
  /** Null for weighted rows: weights are no counts of trials. */
  readonly interval: WaldInterval | null;
}

export function coefficientOf(
  value: number,
  variance: number,
  { probability, weight }: Forecast,
  confidence: number,
): Coefficient {
  const reach = normalReach(confidence) * Math.sqrt(variance);
  const sound = weight === null && Number.isFinite(reach);
  const interval = { low: value - reach, high: value + reach, confidence, method: "wald" } as const;
  return { value, n: probability.length, interval: sound ? interval : null };
}
