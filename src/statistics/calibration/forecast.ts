import { positiveProbability } from "../probability/probabilities.ts";
import type { BinarySample } from "../sample.ts";
import { sampleFlaw } from "../sample-flaw.ts";

/** Probabilities beside what came of them: parallel arrays, one entry per row, of rows that carry weight. */
export interface Forecast {
  /** In [0, 1]. */
  readonly probability: Float64Array;
  /** 1 where the row is positive. */
  readonly positive: Uint8Array;
  /** Above 0; null when every row weighs the same. */
  readonly weight: Float64Array | null;
  /** The rows of each line; the same array as `weight` unless rows are weighted. */
  readonly frequency?: Float64Array | null;
}

const remembered = new WeakMap<BinarySample, Forecast | string>();

/** The sample's scores as forecasts, the same ones every time; the reason when the sample is flawed or its scores are no probabilities. */
export function forecastOf(sample: BinarySample): Forecast | string {
  const known = remembered.get(sample);
  if (known !== undefined) return known;
  const forecast = made(sample);
  remembered.set(sample, forecast);
  return forecast;
}

function made(sample: BinarySample): Forecast | string {
  const flaw = sampleFlaw(sample);
  if (flaw !== null) return flaw;
  const probability = positiveProbability(sample);
  if (typeof probability === "string") return probability;
  const { positive, weight, frequency = null } = sample;
  if (weight === null || weight.every((share) => share > 0))
    return { probability, positive, weight, frequency };
  const weighs = (_: number, row: number) => weight[row]! > 0;
  return {
    probability: probability.filter(weighs),
    positive: positive.filter(weighs),
    weight: weight.filter(weighs),
    frequency: frequency?.filter(weighs) ?? null,
  };
}

/** Why nothing that needs both classes can be had from the rows, or null. */
export function oneClassFlaw({ positive }: Forecast): string | null {
  if (!positive.includes(1)) return "no row is truly of the positive class";
  return positive.includes(0) ? null : "no row is truly of a negative class";
}
