import type { Outcome } from "./outcome.ts";
import type { BinarySample, MulticlassSample, RegressionSample, Sample } from "./sample.ts";

/** What of a sample a metric reads: the decision, the score (or all classes' scores), or predicted numbers. */
export type Reads = "decision" | "score" | "prediction";

/** The settings of a metric that a claim may give; each metric lists those it takes. */
export interface MetricParameters {
  readonly average?: "macro" | "micro" | "weighted";
  readonly class?: string;
  readonly actual?: string;
  readonly predicted?: string;
  readonly k?: number;
  readonly beta?: number;
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
export type RegressionMetric = Definition<RegressionSample>;
export type Metric = BinaryMetric | MulticlassMetric | RegressionMetric;
/** The metrics of one task: `MetricOf<"binary">` is `BinaryMetric`. */
export type MetricOf<T extends Sample["task"]> = Extract<Metric, { readonly task: T }>;
