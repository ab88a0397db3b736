import type { MetricParameters } from "../../src/statistics/metric.ts";
import type { Outcome } from "../../src/statistics/outcome.ts";
import type { Sample } from "../../src/statistics/sample.ts";
import { compute } from "./compute.ts";
import { parseKey, readGolden, sampleFrom } from "./golden.ts";

export type Task = Sample["task"];
export const TASKS: readonly Task[] = ["binary", "multiclass", "multilabel", "regression"];

/** A metric with its settings, as goldens name them. */
export interface Asked {
  readonly name: string;
  readonly parameters: MetricParameters;
}

export interface StoredSample {
  readonly name: string;
  readonly sample: Sample;
  readonly asked: readonly Asked[];
}

/** The samples of a task's goldens, each with everything that is asked of it. */
export function storedSamples(task: Task): readonly StoredSample[] {
  return readGolden(task).cases.map(({ sample, results }) => ({
    name: sample.name,
    sample: sampleFrom(sample),
    asked: Object.keys(results).map(parseKey),
  }));
}

/** What is wrong between two outcomes that must be the same, or null; `turned` is what the first should be. */
export function difference(
  first: Outcome,
  second: Outcome,
  turned: (value: number) => number,
  tolerance: number,
): string | null {
  if (first.kind !== second.kind) return `${shown(first)} and ${shown(second)}`;
  if (first.kind === "undefined" || second.kind === "undefined") return null;
  const ends = [first, second].map(({ value, interval }) => [
    value,
    interval?.low ?? null,
    interval?.high ?? null,
  ]);
  const same = ends[0]!.every((end, place) => {
    const other = ends[1]![place]!;
    if (end === null || other === null) return end === other;
    return Math.abs(turned(end) - other) <= tolerance * Math.max(1e-3, Math.abs(other));
  });
  return same ? null : `${shown(first)} and ${shown(second)}`;
}

function shown(outcome: Outcome): string {
  if (outcome.kind === "undefined") return outcome.reason;
  const { value, interval } = outcome;
  return interval ? `${value} in [${interval.low}, ${interval.high}]` : String(value);
}

export function outcomeOf({ name, parameters }: Asked, sample: Sample): Outcome {
  return compute(name, sample, parameters);
}
