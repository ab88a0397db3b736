import { linesOf } from "../frequency.ts";
import type { Definition, Metric, MetricParameters } from "../metric.ts";
import { brierScore } from "../probability/brier-score.ts";
import { logLoss, multiclassLogLoss } from "../probability/log-loss.ts";
import { intervalCoverage } from "../regression/interval-coverage.ts";
import { meanAbsoluteError, meanAbsolutePercentageError, meanError } from "../regression/mean-errors.ts";
import { meanIntervalWidth } from "../regression/mean-interval-width.ts";
import { pinballLoss } from "../regression/pinball-loss.ts";
import { symmetricMeanAbsolutePercentageError } from "../regression/smape.ts";
import { meanSquaredError } from "../regression/squared-errors.ts";
import type { Sample } from "../sample.ts";
import { meanStatistic } from "./mean.ts";
import type { Statistic } from "./statistic.ts";

/** Metrics that are the mean of one number per row. */
const MEANS: ReadonlySet<Metric> = new Set<Metric>([
  brierScore,
  logLoss,
  multiclassLogLoss,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanError,
  meanSquaredError,
  symmetricMeanAbsolutePercentageError,
  pinballLoss,
  intervalCoverage,
  meanIntervalWidth,
]);

/** Whether the metric can be resampled as the mean of what it is of each row alone. */
export function isMean(metric: Metric): boolean {
  return MEANS.has(metric);
}

/** Such a metric, computed once for each row instead of once for all rows in each replicate. */
export function meanOfRows<S extends Sample>(
  metric: Definition<S>,
  sample: S,
  parameters: MetricParameters,
  rowOf: (row: number) => S,
): Statistic {
  const losses = new Float64Array(linesOf(sample));
  for (let row = 0; row < losses.length; row++) {
    const outcome = metric.compute(rowOf(row), parameters, Number.NaN);
    losses[row] = outcome.kind === "value" ? outcome.value : Number.NaN;
  }
  return meanStatistic(losses, sample.weight);
}
