import type { Metric, MetricParameters } from "../metric.ts";
import type { Sample } from "../sample.ts";
import { bootstrapBoth } from "./bootstrap.ts";
import { differenceStatistic } from "./difference.ts";
import { type Drawing, designFor } from "./drawing.ts";
import { inRows } from "./in-rows.ts";
import type { BootstrappedBoth } from "./interval.ts";
import type { Resampling } from "./replicates.ts";
import type { Statistic } from "./statistic.ts";
import { subjectOf } from "./subject.ts";

/**
 * The paired bootstrap of how much larger a metric is of `after` than of `before`, two answers for the same rows
 * with the same truth: each replicate draws the rows once for both. It depends on the order of the rows through
 * the draws. The reason when either has no such metric, or nothing differs between the replicates.
 * Source: as `bootstrap`; SciPy bootstrap(paired=True).
 * @throws RangeError when the samples differ in length or the metric is of another task.
 */
export function bootstrapDifference(
  metric: Metric,
  before: Sample,
  after: Sample,
  parameters: MetricParameters,
  drawing: Drawing,
  plan: Resampling,
): BootstrappedBoth | string {
  const old = statisticOf(metric, before, parameters);
  if (typeof old === "string") return old;
  const now = statisticOf(metric, after, parameters);
  if (typeof now === "string") return now;
  const design = designFor(after, drawing, null);
  return typeof design === "string" ? design : bootstrapBoth(differenceStatistic(now, old), design, plan);
}

function statisticOf(metric: Metric, sample: Sample, parameters: MetricParameters): Statistic | string {
  const subject = subjectOf(metric, sample, parameters);
  if (typeof subject === "string") return subject;
  const { statistic, order } = subject;
  return order === null ? statistic : inRows(statistic, order);
}
