import { normalName } from "../metric-name.ts";
import { findMetric } from "../registry.ts";
import type { Sample } from "../sample.ts";
import { flawOf, type Reported } from "./reported.ts";
import { common, sizeWindow, type Window, windowOf } from "./window.ts";

/** A reported number by the registry's name for its metric. F1 is `fbeta` with beta 1; `neg_` metrics are turned round. */
export interface Resolved {
  readonly reported: Reported;
  readonly name: string;
  readonly average: NonNullable<Reported["average"]> | null;
  readonly ofClass: string | null;
  readonly beta: number | null;
  /** Every other setting. */
  readonly others: string;
  /** The true values that the digits and the metric's own range leave; low is above high when there are none. */
  readonly window: Window;
}

const NO_SETTINGS = { average: null, ofClass: null, beta: null, others: "" } as const;
const NEGATED = "neg_";
const SIZE: Window = { low: 0, high: Number.POSITIVE_INFINITY };

/** The tasks whose numbers are known to bind one another. */
export type BoundTask = Exclude<Sample["task"], "multilabel">;

/** What is reported beside metrics, by task. */
const QUANTITIES: { readonly [T in BoundTask]: ReadonlyMap<string, string> } = {
  binary: new Map([
    ["prevalence", "prevalence"],
    ["positive_rate", "prevalence"],
    ["base_rate", "prevalence"],
  ]),
  multiclass: new Map(),
  regression: new Map([
    ["target_variance", "target_variance"],
    ["target_standard_deviation", "target_standard_deviation"],
    ["target_std", "target_standard_deviation"],
  ]),
};

/** The number with its metric's name, or why nothing can be said of it. */
export function resolve(reported: Reported, task: BoundTask): Resolved | string {
  const { metric, value, decimals } = reported;
  const flaw = flawOf(reported);
  if (flaw !== null) return flaw;
  const quantity = QUANTITIES[task].get(normalName(metric));
  if (quantity !== undefined) {
    const range = task === "binary" ? { low: 0, high: 1 } : SIZE;
    return { ...NO_SETTINGS, reported, name: quantity, window: windowWithin(range, reported) };
  }
  const found = findMetric(metric, task);
  if (found === null) return `${metric} is no metric of ${task} that is known here`;
  if (found.threshold !== undefined)
    return `${metric} names a threshold; ask with the plain name, by threshold`;
  const settings = { ...found.implied, ...reported };
  if (settings.average !== undefined && settings.class !== undefined) {
    return `${metric} is of one class or an average, not both`;
  }
  const isNegated = found.metric.name.startsWith(NEGATED);
  const plain = isNegated ? found.metric.name.slice(NEGATED.length) : found.metric.name;
  const isF = plain === "f1" || plain === "fbeta";
  const beta = plain === "f1" ? 1 : (settings.beta ?? Number.NaN);
  if (isF && !(beta > 0 && beta <= 1e3)) return `${metric} needs a beta above 0 and up to 1000`;
  const [low, high] = found.metric.range;
  return {
    reported,
    name: isF ? "fbeta" : plain,
    average: settings.average ?? null,
    ofClass: settings.class ?? null,
    beta: isF ? beta : null,
    others: JSON.stringify([settings.k, settings.actual, settings.predicted]),
    window: isNegated
      ? windowWithin({ low: -high, high: -low }, { decimals, value: -value })
      : windowWithin({ low, high }, reported),
  };
}

/** A size without end (an error, a variance) has no scale but its own. */
function windowWithin(range: Window, reported: Pick<Reported, "value" | "decimals">): Window {
  const isSize = range.low === 0 && range.high === Number.POSITIVE_INFINITY;
  return common(isSize ? sizeWindow(reported) : windowOf(reported), range);
}
