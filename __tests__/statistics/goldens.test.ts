import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/statistics/outcome.ts";
import { metricsOf } from "../../src/statistics/registry.ts";
import { compute } from "./compute.ts";
import { agrees, parseKey, type Result, readGolden, sampleFrom } from "./golden.ts";

describe.each(["binary", "multiclass", "multilabel", "regression"] as const)(
  "%s metrics agree with scikit-learn",
  (task) => {
    const golden = readGolden(task);

    it.each(golden.cases.map(({ sample, results }) => ({ name: sample.name, stored: sample, results })))(
      "on $name",
      ({ stored, results }) => {
        const sample = sampleFrom(stored);
        const wrong = Object.entries(results).flatMap(([key, expected]) => {
          const { name, parameters } = parseKey(key);
          const outcome = compute(name, sample, parameters, golden.confidence);
          return same(outcome, expected) ? [] : [{ key, expected, outcome }];
        });
        expect(wrong).toEqual([]);
      },
    );

    it("for every metric that the registry has", () => {
      const checked = golden.cases.flatMap(({ results }) =>
        Object.keys(results).map((key) => parseKey(key).name),
      );
      const names = metricsOf(task).map((metric) => metric.name);
      expect(new Set(checked)).toEqual(new Set(names));
    });

    it("with a value, and nothing undefined that has one, for each metric", () => {
      const valued = golden.cases.flatMap(({ results }) =>
        Object.entries(results).flatMap(([key, result]) => (result === null ? [] : [parseKey(key).name])),
      );
      expect(new Set(valued)).toEqual(new Set(metricsOf(task).map((metric) => metric.name)));
    });
  },
);

function same(outcome: Outcome, expected: Result): boolean {
  if (outcome.kind === "undefined") return expected === null && outcome.reason !== "";
  if (expected === null) return false;
  const [value, low, high] = expected;
  if (!agrees(outcome.value, value)) return false;
  if (outcome.interval === null) return low === undefined;
  return low !== undefined && agrees(outcome.interval.low, low) && agrees(outcome.interval.high, high!);
}
