import type { Metric, MetricParameters } from "../metric.ts";
import { ascending } from "../ranking/ascending.ts";
import { averagePrecision } from "../ranking/average-precision.ts";
import { rocAuc } from "../ranking/roc-auc.ts";
import { medianAbsoluteError } from "../regression/extreme-errors.ts";
import type { RegressionSample, Sample } from "../sample.ts";
import { rowsOf, sampleFlaw } from "../sample-flaw.ts";
import { areaStatistic } from "./area.ts";
import { bootstrap, type Plan } from "./bootstrap.ts";
import { designOf } from "./design.ts";
import type { Bootstrapped } from "./interval.ts";
import { medianStatistic } from "./median.ts";
import { metricStatistic } from "./metric-statistic.ts";
import { precisionStatistic } from "./precision.ts";
import { sortedScores } from "./sorted-scores.ts";
import type { Statistic } from "./statistic.ts";

/** What of a sample's rows is kept together or apart when they are drawn. */
export interface Drawing {
  /** Draw as many rows of each true class as there are. */
  readonly byClass: boolean;
  /** The entity of each row, all of whose rows are drawn together; null when rows are drawn one by one. */
  readonly entity: Int32Array | null;
}

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
  const { statistic, order } = subject;
  const classes = drawing.byClass ? classesOf(sample) : null;
  if (typeof classes === "string") return classes;
  const design = designOf(rowsOf(sample), placed(classes, order), placed(drawing.entity, order));
  if (typeof design === "string") return design;
  return bootstrap(statistic, design, plan);
}

/** A statistic and the row at each place of its counts; null where the counts are by row. */
interface Subject {
  readonly statistic: Statistic;
  readonly order: Uint32Array | null;
}

function subjectOf(metric: Metric, sample: Sample, parameters: MetricParameters): Subject | string {
  const flaw = sampleFlaw(sample);
  if (flaw !== null) return flaw;
  if (sample.task === "binary" && (metric === rocAuc || metric === averagePrecision)) {
    if (sample.score === null) return "there are no scores";
    const sorted = sortedScores(sample.score, sample.positive, sample.weight);
    if (typeof sorted === "string") return sorted;
    const statistic = metric === rocAuc ? areaStatistic(sorted) : precisionStatistic(sorted);
    return { statistic, order: sorted.order };
  }
  if (sample.task === "regression" && metric === medianAbsoluteError) return medianError(sample);
  const statistic = metricStatistic(metric, sample, parameters);
  return typeof statistic === "string" ? statistic : { statistic, order: null };
}

function medianError({ truth, prediction, weight }: RegressionSample): Subject | string {
  const errors = truth.map((value, row) => Math.abs(prediction[row]! - value));
  if (!errors.every(Number.isFinite)) return "a true or predicted value is not a finite number";
  const order = ascending(errors);
  const sorted = Float64Array.from(order, (row) => errors[row]!);
  const weights = weight && Float64Array.from(order, (row) => weight[row]!);
  return { statistic: medianStatistic(sorted, weights), order };
}

function classesOf(sample: Sample): Uint8Array | Int32Array | string {
  switch (sample.task) {
    case "binary":
      return sample.positive;
    case "multiclass":
      return sample.truth;
    case "regression":
      return "there are no classes to draw apart";
  }
}

function placed(
  column: Uint8Array | Int32Array | null,
  order: Uint32Array | null,
): Uint8Array | Int32Array | null {
  return column && order ? Int32Array.from(order, (row) => column[row]!) : column;
}
