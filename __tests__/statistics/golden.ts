import { readFileSync } from "node:fs";
import type { MetricParameters } from "../../src/statistics/metric.ts";
import type { Sample } from "../../src/statistics/sample.ts";

interface StoredBinary {
  readonly name: string;
  readonly classes: readonly [string, string];
  readonly positive: readonly number[];
  readonly decision: readonly number[];
  readonly score: readonly number[];
  readonly weight: readonly number[] | null;
}

interface StoredMulticlass {
  readonly name: string;
  readonly classes: readonly string[];
  readonly truth: readonly number[];
  readonly decision: readonly number[] | null;
  readonly scores: readonly (readonly number[])[] | null;
  readonly weight: readonly number[] | null;
}

interface StoredRegression {
  readonly name: string;
  readonly truth: readonly number[];
  readonly prediction: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly weight: readonly number[] | null;
}

interface StoredMultilabel {
  readonly name: string;
  readonly labels: readonly string[];
  readonly truth: readonly (readonly number[])[];
  readonly decision: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
  readonly weight: readonly number[] | null;
}

interface StoredSamples {
  readonly binary: StoredBinary;
  readonly multiclass: StoredMulticlass;
  readonly multilabel: StoredMultilabel;
  readonly regression: StoredRegression;
}

/** null where there is no value; one number without an interval, three with. */
export type Result = readonly [number] | readonly [number, number, number] | null;

export interface Golden<S> {
  readonly confidence: number;
  readonly cases: readonly { readonly sample: S; readonly results: Readonly<Record<string, Result>> }[];
}

export interface IntervalGoldens {
  readonly proportions: readonly (readonly number[])[];
  readonly normal: readonly (readonly number[])[];
  readonly student: readonly (readonly number[])[];
  readonly beta: readonly (readonly number[])[];
}

export function readGolden<T extends keyof StoredSamples>(task: T): Golden<StoredSamples[T]> {
  return JSON.parse(readGoldenText(task));
}

export function readIntervals(): IntervalGoldens {
  return JSON.parse(readGoldenText("intervals"));
}

function readGoldenText(name: string): string {
  return readFileSync(new URL(`goldens/${name}.json`, import.meta.url), "utf8");
}

export function sampleFrom(stored: StoredSamples[keyof StoredSamples]): Sample {
  const weight = floats(stored.weight);
  if ("labels" in stored) {
    const { labels, truth, decision, scores } = stored;
    return {
      task: "multilabel",
      classes: labels,
      truth: truth.map((column) => Uint8Array.from(column)),
      decision: decision.map((column) => Uint8Array.from(column)),
      scores: scores.map((column) => Float64Array.from(column)),
      weight,
    };
  }
  if ("positive" in stored) {
    const { classes, positive, decision, score } = stored;
    return {
      task: "binary",
      classes,
      positive: Uint8Array.from(positive),
      decision: Uint8Array.from(decision),
      score: Float64Array.from(score),
      weight,
    };
  }
  if ("prediction" in stored) {
    const { truth, prediction, lower, upper } = stored;
    return {
      task: "regression",
      truth: Float64Array.from(truth),
      prediction: Float64Array.from(prediction),
      bounds: { lower: Float64Array.from(lower), upper: Float64Array.from(upper) },
      weight,
    };
  }
  return {
    task: "multiclass",
    classes: stored.classes,
    truth: Int32Array.from(stored.truth),
    decision: stored.decision && Int32Array.from(stored.decision),
    scores: stored.scores?.map((score) => Float64Array.from(score)) ?? null,
    weight,
  };
}

function floats(values: readonly number[] | null): Float64Array | null {
  return values && Float64Array.from(values);
}

/** `f1 {"average":"macro"}` as a name and its settings. */
export function parseKey(key: string): { readonly name: string; readonly parameters: MetricParameters } {
  const space = key.indexOf(" ");
  if (space < 0) return { name: key, parameters: {} };
  return { name: key.slice(0, space), parameters: JSON.parse(key.slice(space + 1)) };
}

/** The project's bound on a difference from scikit-learn. */
export function agrees(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= 1e-12 * Math.max(Math.abs(expected), 1e-3);
}
