import type { MetricParameters } from "../../src/statistics/metric.ts";
import type { Outcome } from "../../src/statistics/outcome.ts";
import { findMetric } from "../../src/statistics/registry.ts";
import type { Sample } from "../../src/statistics/sample.ts";

/** The outcome of a metric by its name, as the program computes it. */
export function compute(
  name: string,
  sample: Sample,
  parameters: MetricParameters = {},
  confidence = 0.95,
): Outcome {
  const metric = findMetric(name, sample.task)?.metric;
  if (metric?.task === "binary" && sample.task === "binary")
    return metric.compute(sample, parameters, confidence);
  if (metric?.task === "multiclass" && sample.task === "multiclass")
    return metric.compute(sample, parameters, confidence);
  if (metric?.task === "regression" && sample.task === "regression")
    return metric.compute(sample, parameters, confidence);
  throw new Error(`no metric ${name} of ${sample.task}`);
}
