import type { Outcome } from "./outcome.ts";
import type { BinarySample, MulticlassSample, MultilabelSample, RegressionSample, Sample } from "./sample.ts";

/** What of a sample a metric reads: the decision, the score (or all classes' scores), or a predicted number or interval. */
export type Reads = "decision" | "score" | "prediction" | "interval";

/** Over classes or labels; `samples` averages over rows, each with several labels. */
export type Average = "macro" | "micro" | "weighted" | "samples";

/** The settings of a metric that a claim may give; each metric lists those it takes. */
export interface MetricParameters {
  readonly average?: Average;
  readonly class?: string;
  readonly actual?: string;
  readonly predicted?: string;
  readonly k?: number;
  readonly beta?: number;
  /** The share of rows, from the highest score down, in (0, 1]. */
  readonly depth?: number;
  /** The quantile that was predicted, in [0, 1]. */
  readonly alpha?: number;
}

/** One metric of one kind of sample; `defineMetric` makes them. */
export interface Definition<S extends Sample> {
  /** scikit-learn's name where it has one, without "score". */
  readonly name: string;
  /** scikit-learn scorer names, textbook names and usual spellings, lower case with underscores. */
  readonly aliases: readonly string[];
  readonly task: S["task"];
  readonly reads: Reads;
  readonly takes: readonly (keyof MetricParameters)[];
  /** Which way is better; null for counts. */
  readonly better: "higher" | "lower" | null;
  /** Closed range of possible values; a metric bounded by 1 in size may be written as percent. */
  readonly range: readonly [number, number];
  /** Value for the sample with its closed-form interval at `confidence`, null where there is none. */
  compute(sample: S, parameters: MetricParameters, confidence: number): Outcome;
}

export type BinaryMetric = Definition<BinarySample>;
export type MulticlassMetric = Definition<MulticlassSample>;
export type MultilabelMetric = Definition<MultilabelSample>;
export type RegressionMetric = Definition<RegressionSample>;
export type Metric = BinaryMetric | MulticlassMetric | MultilabelMetric | RegressionMetric;
/** The metrics of one task: `MetricOf<"binary">` is `BinaryMetric`. */
export type MetricOf<T extends Sample["task"]> = Extract<Metric, { readonly task: T }>;
