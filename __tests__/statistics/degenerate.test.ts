import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metricsOf } from "../../src/statistics/registry.ts";
import type { Sample } from "../../src/statistics/sample.ts";
import { compute } from "./compute.ts";
import { type Asked, storedSamples, TASKS, type Task } from "./stored.ts";

const rows = { maxLength: 7 };
const extreme = fc.constantFrom(
  0,
  -0,
  5e-324,
  1e-310,
  2 ** -52,
  0.1,
  0.5,
  1,
  1 - 2 ** -53,
  -1,
  3,
  1e16,
  1e154,
  -1e308,
  1.7e308,
);
const unreal = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const value = fc.oneof({ weight: 20, arbitrary: extreme }, { weight: 1, arbitrary: unreal });
const share = fc.constantFrom(0, 5e-324, 1e-16, 0.25, 0.5, 0.75, 1 - 2 ** -53, 1);
const heavy = fc.constantFrom(0, 5e-324, 1e-300, 0.1, 1, 3, 1e300, 1.7e308, -1);
const bit = fc.constantFrom(0, 1);
const weighted = fc.constantFrom(false, true);

/** Columns of few rows, one value often in all of them. */
function column<T>(of: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.oneof(
    fc.array(of, { minLength: rows.maxLength, maxLength: rows.maxLength }),
    of.map((one) => Array.from({ length: rows.maxLength }, () => one)),
  );
}

const SAMPLES: Readonly<Record<Task, fc.Arbitrary<Sample>>> = {
  binary: fc
    .tuple(
      fc.nat(rows.maxLength),
      column(bit),
      column(bit),
      fc.oneof(column(share), column(value)),
      column(heavy),
      weighted,
    )
    .map(([n, positive, decision, score, weight, isWeighted]) => ({
      task: "binary",
      classes: ["no", "yes"],
      positive: Uint8Array.from(positive.slice(0, n)),
      decision: Uint8Array.from(decision.slice(0, n)),
      score: Float64Array.from(score.slice(0, n)),
      weight: isWeighted ? Float64Array.from(weight.slice(0, n)) : null,
    })),
  multiclass: fc
    .tuple(
      fc.nat(rows.maxLength),
      column(fc.nat(2)),
      column(fc.nat(2)),
      column(share),
      fc.boolean(),
      column(heavy),
      weighted,
    )
    .map(([n, truth, decision, first, sums, weight, isWeighted]) => ({
      task: "multiclass",
      classes: ["a", "b", "c"],
      truth: Int32Array.from(truth.slice(0, n)),
      decision: Int32Array.from(decision.slice(0, n)),
      scores: [first, first.map((one) => (sums ? 1 - one : one)), first.map(() => 0)].map((of) =>
        Float64Array.from(of.slice(0, n)),
      ),
      weight: isWeighted ? Float64Array.from(weight.slice(0, n)) : null,
    })),
  multilabel: fc
    .tuple(
      fc.nat(rows.maxLength),
      column(bit),
      column(bit),
      column(share),
      column(value),
      column(heavy),
      weighted,
    )
    .map(([n, first, second, likely, any, weight, isWeighted]) => ({
      task: "multilabel",
      classes: ["a", "b"],
      truth: [first, second].map((of) => Uint8Array.from(of.slice(0, n))),
      decision: [second, second].map((of) => Uint8Array.from(of.slice(0, n))),
      scores: [likely, any].map((of) => Float64Array.from(of.slice(0, n))),
      weight: isWeighted ? Float64Array.from(weight.slice(0, n)) : null,
    })),
  regression: fc
    .tuple(fc.nat(rows.maxLength), column(value), column(value), column(heavy), weighted)
    .map(([n, truth, prediction, weight, isWeighted]) => ({
      task: "regression",
      truth: Float64Array.from(truth.slice(0, n)),
      prediction: Float64Array.from(prediction.slice(0, n)),
      weight: isWeighted ? Float64Array.from(weight.slice(0, n)) : null,
    })),
};

/** Every metric with every setting that it has goldens with, of samples with the classes above. */
function everyAsked(task: Task): readonly Asked[] {
  const known = new Map<string, Asked>();
  for (const { sample, asked } of storedSamples(task)) {
    if (sample.task === "multiclass" && sample.classes.join("") !== "abc") continue;
    for (const one of asked) known.set(JSON.stringify(one), one);
  }
  return [...known.values()];
}

describe.each(TASKS)("every %s metric, whatever the numbers", (task) => {
  const asked = everyAsked(task);

  it("is asked for here", () => {
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(metricsOf(task).map(({ name }) => name)));
  });

  it("is a finite number within its range and its interval, or says why it is none", () => {
    fc.assert(
      fc.property(
        SAMPLES[task],
        fc.constantFrom(0.5, 0.95, 1 - 1e-9, 0, 1, Number.NaN),
        (sample, confidence) => {
          const wrong = asked.flatMap((one) => {
            const says = flawIn(task, one, sample, confidence);
            return says === null ? [] : [`${one.name} ${JSON.stringify(one.parameters)}: ${says}`];
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 300, seed: 20240501 },
    );
  });
});

function flawIn(task: Task, { name, parameters }: Asked, sample: Sample, confidence: number): string | null {
  const outcome = compute(name, sample, parameters, confidence);
  if (outcome.kind === "undefined") return outcome.reason === "" ? "no reason" : null;
  const { value, interval } = outcome;
  const [least, most] = metricsOf(task).find((metric) => metric.name === name)!.range;
  const room = 1e-12 * Math.max(1, Math.abs(value));
  if (!Number.isFinite(value)) return `${value}`;
  if (value < least - room || value > most + room) return `${value} is out of range`;
  if (interval === null) return null;
  const { low, high } = interval;
  if (!(confidence > 0 && confidence < 1)) return `an interval at ${confidence}`;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) return `[${low}, ${high}]`;
  if (low < least || high > most) return `[${low}, ${high}] is out of range`;
  return low <= value + room && value - room <= high ? null : `${value} is not in [${low}, ${high}]`;
}
