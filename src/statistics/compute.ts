import type { Metric, MetricParameters } from "./metric.ts";
import type { Outcome } from "./outcome.ts";
import type { Sample } from "./sample.ts";

/**
 * The metric of the sample.
 * @throws TypeError when they are of different tasks: a fault of the caller.
 */
export function computed(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
  confidence: number,
): Outcome {
  if (metric.task === "binary" && sample.task === "binary")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "multiclass" && sample.task === "multiclass")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "multilabel" && sample.task === "multilabel")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "regression" && sample.task === "regression")
    return metric.compute(sample, parameters, confidence);
  throw new TypeError(`metric ${metric.name} is of ${metric.task}, the sample of ${sample.task}`);
}
