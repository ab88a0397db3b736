import { linesOf } from "../frequency.ts";
import type { Definition, Metric, MetricParameters } from "../metric.ts";
import type { BinarySample, MulticlassSample, Sample } from "../sample.ts";
import { sampleFlaw } from "../sample-flaw.ts";
import { weightAt } from "../weight.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { isMean, meanOfRows } from "./losses.ts";
import { binaryRow, multiclassRow, regressionRow } from "./one-row.ts";
import type { Statistic } from "./statistic.ts";

/**
 * Any metric as a statistic of its sample's rows: a row drawn k times has k times its weight, which every
 * metric takes for k rows. The reason when the sample is flawed.
 * @throws RangeError when the metric is of another task than the sample.
 */
export function metricStatistic(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
): Statistic | string {
  const flaw = sampleFlaw(sample);
  if (flaw !== null) return flaw;
  if (metric.task === "binary" && sample.task === "binary") {
    if (isMean(metric)) return meanOfRows(metric, sample, parameters, binaryRow(sample));
    return onWeights(metric, sample, parameters, metric.reads === "decision" ? binaryCells(sample) : null);
  }
  if (metric.task === "multiclass" && sample.task === "multiclass") {
    if (isMean(metric)) return meanOfRows(metric, sample, parameters, multiclassRow(sample));
    return onWeights(
      metric,
      sample,
      parameters,
      metric.reads === "decision" ? multiclassCells(sample) : null,
    );
  }
  if (metric.task === "multilabel" && sample.task === "multilabel")
    return onWeights(metric, sample, parameters, null);
  if (metric.task === "regression" && sample.task === "regression") {
    if (isMean(metric)) return meanOfRows(metric, sample, parameters, regressionRow(sample));
    return onWeights(metric, sample, parameters, null);
  }
  throw new RangeError(`${metric.name} is a metric of ${metric.task} samples, not of ${sample.task} ones`);
}

/** A sample with one row for each cell, and which rows went into it. */
interface Collapsed<S> {
  readonly sample: S;
  readonly cells: Cells;
}

function onWeights<S extends Sample>(
  metric: Definition<S>,
  sample: S,
  parameters: MetricParameters,
  collapsed: Collapsed<S> | null,
): Statistic {
  const rows = linesOf(sample);
  const cellOf = collapsed?.cells.cellOf ?? null;
  const counted = collapsed?.sample ?? sample;
  const places = linesOf(counted);
  return {
    rows,
    at(counts) {
      // New each time: what is remembered of a sample is remembered by the object and by its arrays.
      const weight = new Float64Array(places);
      for (let row = 0; row < rows; row++) {
        weight[cellOf === null ? row : cellOf[row]!]! += counts[row]! * weightAt(sample.weight, row);
      }
      const outcome = metric.compute({ ...counted, weight }, parameters, Number.NaN);
      return outcome.kind === "value" ? outcome.value : Number.NaN;
    },
    withoutEach: () => null,
  };
}

function binaryCells(sample: BinarySample): Collapsed<BinarySample> | null {
  if (sample.decision === null) return null;
  const cells = cellsOf(sample.positive, sample.decision, sample.classes.length);
  const positive = Uint8Array.from(cells.truth);
  const decision = Uint8Array.from(cells.decision);
  return { cells, sample: { ...sample, positive, decision, score: null, weight: null } };
}

function multiclassCells(sample: MulticlassSample): Collapsed<MulticlassSample> | null {
  if (sample.decision === null) return null;
  const cells = cellsOf(sample.truth, sample.decision, sample.classes.length);
  const truth = Int32Array.from(cells.truth);
  const decision = Int32Array.from(cells.decision);
  return { cells, sample: { ...sample, truth, decision, scores: null, weight: null } };
}
