import type { Definition } from "./metric.ts";
import type { Outcome } from "./outcome.ts";
import type { Sample } from "./sample.ts";

/**
 * The negative of a metric whose lower values are better, as scikit-learn's `neg_` scorers report it: the
 * value and its interval change sign, and higher is better.
 */
export function negated<S extends Sample>(metric: Definition<S>): Definition<S> {
  return {
    ...metric,
    name: `neg_${metric.name}`,
    aliases: [],
    better: "higher",
    range: [minus(metric.range[1]), minus(metric.range[0])],
    compute: (sample, parameters, confidence) =>
      negatedOutcome(metric.compute(sample, parameters, confidence)),
  };
}

function negatedOutcome(outcome: Outcome): Outcome {
  if (outcome.kind === "undefined") return outcome;
  const { interval } = outcome;
  return {
    ...outcome,
    value: minus(outcome.value),
    interval: interval && { ...interval, low: minus(interval.high), high: minus(interval.low) },
  };
}

/** Never -0, which would print as such. */
function minus(value: number): number {
  return 0 - value;
}
