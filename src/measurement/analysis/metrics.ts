import { computed } from "../../statistics/compute.ts";
import { rowsOfAll } from "../../statistics/frequency.ts";
import type { Metric, MetricParameters, Reads } from "../../statistics/metric.ts";
import type { Interval } from "../../statistics/outcome.ts";
import type { Sample } from "../../statistics/sample.ts";
import type { SampleTask } from "../task.ts";
import { type Asked, askedOf, settingsAsked } from "./asked.ts";
import type { Resampled, Resampler } from "./resampled.ts";
import type { Samples } from "./samples.ts";

/** One metric under one setting: its value with intervals, or the reason for none. */
export interface MetricRow {
  readonly metric: string;
  readonly parameters: MetricParameters;
  readonly n: number;
  readonly value: number | null;
  readonly undefined: string | null;
  /** In closed form; null where there is none. */
  readonly interval: Interval | null;
  /** BCa's; null when no bootstrap is asked for, and for counts. */
  readonly bootstrap: Resampled["bca"] | null;
  readonly percentile: Resampled["percentile"] | null;
}

/** Metrics that the columns do not allow, and what would. */
export interface NotMeasured {
  readonly metrics: readonly string[];
  readonly needs: string;
}

/** Every metric of the catalogue that the samples allow, under every setting worth a line. */
export function catalogueRows(
  task: SampleTask,
  asked: readonly Asked[] | null,
  samples: Samples,
  classes: readonly string[],
  confidence: number,
  resample: Resampler | null,
): readonly MetricRow[] {
  return askedOf(task, asked).flatMap((metric) => {
    const sample = samples.get(metric.reads);
    if (!sample) return [];
    return settingsAsked(metric, asked, classes, rowsOfAll(sample)).map((parameters) =>
      metricRow(metric, sample, parameters, confidence, resample),
    );
  });
}

export function metricRow(
  metric: Metric,
  sample: Sample,
  parameters: MetricParameters,
  confidence: number,
  resample: Resampler | null,
): MetricRow {
  const outcome = computed(metric, sample, parameters, confidence);
  const about = { metric: metric.name, parameters, n: outcome.n };
  if (outcome.kind === "undefined") {
    const none = { interval: null, bootstrap: null, percentile: null };
    return { ...about, value: null, undefined: outcome.reason, ...none };
  }
  const drawn = metric.better === null ? null : (resample?.of(metric, sample, parameters) ?? null);
  return {
    ...about,
    value: outcome.value,
    undefined: null,
    interval: outcome.interval,
    bootstrap: drawn?.bca ?? null,
    percentile: drawn?.percentile ?? null,
  };
}

export function notMeasured(
  task: SampleTask,
  asked: readonly Asked[] | null,
  samples: Samples,
): readonly NotMeasured[] {
  const missing = (["decision", "score", "prediction", "interval"] as const).filter(
    (reads) => !samples.has(reads),
  );
  return missing.flatMap((reads) => {
    const metrics = askedOf(task, asked).filter((metric) => metric.reads === reads);
    if (metrics.length === 0) return [];
    return { metrics: metrics.map(({ name }) => name), needs: optionFor(task, reads) };
  });
}

function optionFor(task: SampleTask, reads: Reads): string {
  if (reads === "interval") return "--lower COLUMN and --upper COLUMN";
  if (task === "multilabel") {
    return reads === "score"
      ? "--score LABEL=COLUMN for every label"
      : "--prediction LABEL=COLUMN for every label, or --threshold T with --score";
  }
  if (reads === "score")
    return task === "multiclass" ? "--score CLASS=COLUMN for every class" : "--score COLUMN";
  return task === "binary" ? "--prediction COLUMN, or --threshold T with --score" : "--prediction COLUMN";
}
