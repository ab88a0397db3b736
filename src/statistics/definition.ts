import type { Estimate } from "./estimate.ts";
import { rowsOfAll } from "./frequency.ts";
import type { Definition, MetricParameters } from "./metric.ts";
import type { Interval, Outcome } from "./outcome.ts";
import type { Sample } from "./sample.ts";
import { sampleFlaw } from "./sample-flaw.ts";

type Arithmetic<S extends Sample> = (sample: S, parameters: MetricParameters, confidence: number) => Estimate;

/**
 * A metric from its description and its arithmetic, with what all metrics share: no value for no rows, for
 * weights that are none, for a setting that the metric does not take, or for a result that is not finite.
 * No interval for a confidence outside (0, 1).
 * @throws RangeError when the sample's arrays differ in length or hold an index of no class: a fault of the caller.
 */
export function defineMetric<S extends Sample>(
  about: Omit<Definition<S>, "compute">,
  arithmetic: Arithmetic<S>,
): Definition<S> {
  return {
    ...about,
    compute(sample, parameters, confidence): Outcome {
      const n = rowsOfAll(sample);
      const flaw = sampleFlaw(sample) ?? strayParameter(about, parameters);
      const estimate = flaw ?? arithmetic(sample, parameters, confidence);
      if (typeof estimate === "string") return { kind: "undefined", reason: estimate, n };
      if (!Number.isFinite(estimate.value)) {
        return { kind: "undefined", reason: `${about.name} is larger than a number can hold`, n };
      }
      return { kind: "value", value: estimate.value, n, interval: soundInterval(estimate.interval) };
    },
  };
}

function strayParameter(
  { name, takes }: Pick<Definition<Sample>, "name" | "takes">,
  parameters: MetricParameters,
): string | null {
  for (const key of Object.keys(parameters) as (keyof MetricParameters)[]) {
    if (parameters[key] === undefined || takes.includes(key)) continue;
    const allowed = takes.length === 0 ? "it takes no settings" : `it takes ${takes.join(", ")}`;
    return `${name} takes no "${key}"; ${allowed}`;
  }
  return null;
}

function soundInterval(interval: Interval | null): Interval | null {
  if (interval === null || !(interval.confidence > 0 && interval.confidence < 1)) return null;
  return Number.isFinite(interval.low) && Number.isFinite(interval.high) ? interval : null;
}
