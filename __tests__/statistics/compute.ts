import { computed } from "../../src/statistics/compute.ts";
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
  if (!metric) throw new Error(`no metric ${name} of ${sample.task}`);
  return computed(metric, sample, parameters, confidence);
}
