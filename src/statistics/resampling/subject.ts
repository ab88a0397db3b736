import { NEEDS_ROWS } from "../frequency.ts";
import type { Metric, MetricParameters } from "../metric.ts";
import { ascending } from "../ranking/ascending.ts";
import { averagePrecision } from "../ranking/average-precision.ts";
import { rocAuc } from "../ranking/roc-auc.ts";
import { medianAbsoluteError } from "../regression/extreme-errors.ts";
import type { RegressionSample, Sample } from "../sample.ts";
import { sampleFlaw } from "../sample-flaw.ts";
import { areaStatistic } from "./area.ts";
import { medianStatistic } from "./median.ts";
import { metricStatistic } from "./metric-statistic.ts";
import { precisionStatistic } from "./precision.ts";
import { sortedScores } from "./sorted-scores.ts";
import type { Statistic } from "./statistic.ts";

/** A statistic and the row at each place of its counts; null where the counts are by row. */
export interface Subject {
  readonly statistic: Statistic;
  readonly order: Uint32Array | null;
}

/** The metric as what is resampled, or the reason when the sample does not allow it. */
export function subjectOf(metric: Metric, sample: Sample, parameters: MetricParameters): Subject | string {
  const flaw = sampleFlaw(sample);
  if (flaw !== null) return flaw;
  if (sample.frequency) return NEEDS_ROWS;
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
  if (prediction === null) return "there are no predictions";
  const errors = truth.map((value, row) => Math.abs(prediction[row]! - value));
  if (!errors.every(Number.isFinite)) return "a true or predicted value is not a finite number";
  const order = ascending(errors);
  const sorted = Float64Array.from(order, (row) => errors[row]!);
  const weights = weight && Float64Array.from(order, (row) => weight[row]!);
  return { statistic: medianStatistic(sorted, weights), order };
}
