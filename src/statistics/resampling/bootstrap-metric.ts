import type { Metric, MetricParameters } from "../metric.ts";
import type { Sample } from "../sample.ts";
import { bootstrap, bootstrapBoth, type Plan } from "./bootstrap.ts";
import { type Drawing, designFor } from "./drawing.ts";
import type { Bootstrapped, BootstrappedBoth } from "./interval.ts";
import type { Resampling } from "./replicates.ts";
import { subjectOf } from "./subject.ts";

/**
 * The bootstrap interval of a metric. ROC AUC, average precision and the median error are resampled over rows
 * sorted once, and do not depend on the order that the rows came in; others depend on it through the draws.
 * @throws RangeError when the metric is of another task than the sample, or an array of another length.
 */
export function bootstrapMetric(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
  drawing: Drawing,
  plan: Plan,
): Bootstrapped | string {
  const subject = subjectOf(metric, sample, parameters);
  if (typeof subject === "string") return subject;
  const design = designFor(sample, drawing, subject.order);
  return typeof design === "string" ? design : bootstrap(subject.statistic, design, plan);
}

/** The percentile and the BCa interval of a metric, from the same replicates. */
export function bootstrapMetricBoth(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
  drawing: Drawing,
  plan: Resampling,
): BootstrappedBoth | string {
  const subject = subjectOf(metric, sample, parameters);
  if (typeof subject === "string") return subject;
  const design = designFor(sample, drawing, subject.order);
  return typeof design === "string" ? design : bootstrapBoth(subject.statistic, design, plan);
}
