import type { Metric, MetricParameters, Reads } from "../../statistics/metric.ts";
import type { Interval, Outcome } from "../../statistics/outcome.ts";
import { metricsOf } from "../../statistics/registry.ts";
import type { BootstrapInterval } from "../../statistics/resampling/interval.ts";
import type { Sample } from "../../statistics/sample.ts";
import type { SampleTask } from "../task.ts";
import type { Samples } from "./samples.ts";
import { settingsFor } from "./settings.ts";
import type { Told } from "./told.ts";

/** One metric under one setting: its value with intervals, or the reason for none. */
export interface MetricRow {
  readonly metric: string;
  readonly parameters: MetricParameters;
  readonly n: number;
  readonly value: number | null;
  readonly undefined: string | null;
  /** In closed form; null where there is none. */
  readonly interval: Interval | null;
  /** Null when no bootstrap is asked for, and for counts. */
  readonly bootstrap: Told<Omit<BootstrapInterval, "seed">> | null;
}

/** A bootstrap interval of a metric, or the reason for none. */
export type Resample = (
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
) => MetricRow["bootstrap"];

/** Metrics that the columns do not allow, and what would. */
export interface NotMeasured {
  readonly metrics: readonly string[];
  readonly needs: string;
}

/** Every metric of the catalogue that the samples allow, under every setting worth a line. */
export function catalogueRows(
  task: SampleTask,
  samples: Samples,
  classes: readonly string[],
  confidence: number,
  resample: Resample,
): readonly MetricRow[] {
  return metricsOf(task).flatMap((metric: Metric) => {
    const sample = samples.get(metric.reads);
    if (!sample) return [];
    return settingsFor(metric, classes).map((parameters) =>
      metricRow(metric, sample, parameters, confidence, resample),
    );
  });
}

export function metricRow(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
  confidence: number,
  resample: Resample | null,
): MetricRow {
  const outcome = computed(metric, sample, parameters, confidence);
  const about = { metric: metric.name, parameters, n: outcome.n };
  if (outcome.kind === "undefined") {
    return { ...about, value: null, undefined: outcome.reason, interval: null, bootstrap: null };
  }
  const bootstrap = resample === null || metric.better === null ? null : resample(metric, sample, parameters);
  return { ...about, value: outcome.value, undefined: null, interval: outcome.interval, bootstrap };
}

export function notMeasured(task: SampleTask, samples: Samples): readonly NotMeasured[] {
  const missing = (["decision", "score"] as const).filter((reads) => !samples.has(reads));
  return missing.flatMap((reads) => {
    const metrics = metricsOf(task).filter((metric: Metric) => metric.reads === reads);
    if (metrics.length === 0) return [];
    return { metrics: metrics.map(({ name }) => name), needs: optionFor(task, reads) };
  });
}

function optionFor(task: SampleTask, reads: Reads): string {
  if (reads === "score")
    return task === "multiclass" ? "--score CLASS=COLUMN for every class" : "--score COLUMN";
  return task === "binary" ? "--prediction COLUMN, or --threshold T with --score" : "--prediction COLUMN";
}

/** The metric's task and the sample's are the same by construction; a mismatch is a fault of ours. */
function computed(metric: Metric, sample: Sample, parameters: MetricParameters, confidence: number): Outcome {
  if (metric.task === "binary" && sample.task === "binary")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "multiclass" && sample.task === "multiclass")
    return metric.compute(sample, parameters, confidence);
  if (metric.task === "regression" && sample.task === "regression")
    return metric.compute(sample, parameters, confidence);
  throw new TypeError(`metric ${metric.name} is of ${metric.task}, the sample of ${sample.task}`);
}
