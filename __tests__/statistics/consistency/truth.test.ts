import fc from "fast-check";
import { expect, it } from "vitest";
import { consistencyOf, type Facts } from "../../../src/statistics/consistency/consistency.ts";
import type { Reported } from "../../../src/statistics/consistency/reported.ts";
import { overallOfSlices } from "../../../src/statistics/consistency/slices.ts";
import { linesOf } from "../../../src/statistics/frequency.ts";
import type { MetricParameters } from "../../../src/statistics/metric.ts";
import { metricsOf } from "../../../src/statistics/registry.ts";
import type { BinarySample, MulticlassSample, RegressionSample } from "../../../src/statistics/sample.ts";
import { compute } from "../compute.ts";
import { take } from "../take.ts";

const SETTINGS = { seed: 20240501, numRuns: 150 };
const rows = { minLength: 1, maxLength: 30 };
const bit = fc.integer({ min: 0, max: 1 });
const third = fc.integer({ min: 0, max: 2 });
const level = fc.integer({ min: 0, max: 8 });
const amount = fc.integer({ min: -20, max: 20 }).map((part) => part / 4);

type Sample = BinarySample | MulticlassSample | RegressionSample;

const binary: fc.Arbitrary<BinarySample> = fc.array(fc.tuple(bit, level), rows).map((table) => ({
  task: "binary",
  classes: ["no", "yes"],
  positive: Uint8Array.from(table, (row) => row[0]),
  decision: Uint8Array.from(table, (row) => (row[1] >= 4 ? 1 : 0)),
  score: Float64Array.from(table, (row) => row[1] / 8),
  weight: null,
}));
const multiclass: fc.Arbitrary<MulticlassSample> = fc.array(fc.tuple(third, third), rows).map((table) => ({
  task: "multiclass",
  classes: ["a", "b", "c"],
  truth: Int32Array.from(table, (row) => row[0]),
  decision: Int32Array.from(table, (row) => row[1]),
  scores: null,
  weight: null,
}));
const regression: fc.Arbitrary<RegressionSample> = fc.array(fc.tuple(amount, amount), rows).map((table) => ({
  task: "regression",
  truth: Float64Array.from(table, (row) => row[0]),
  prediction: Float64Array.from(table, (row) => row[1]),
  weight: null,
}));
const samples: fc.Arbitrary<Sample> = fc.oneof(binary, multiclass, regression);

/** How people write a number: rounded, cut off, from single precision, in full. */
const writing = fc.record({
  decimals: fc.integer({ min: 0, max: 6 }),
  how: fc.constantFrom("rounded", "cut off", "single", "full"),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

function written(value: number, { decimals, how }: Writing): Pick<Reported, "value" | "decimals"> {
  const scale = 10 ** decimals;
  switch (how) {
    case "rounded":
      return { value: Number(value.toFixed(decimals)), decimals };
    case "cut off":
      return { value: Math.trunc(value * scale + Math.sign(value) * 1e-9) / scale, decimals };
    case "single":
      return inFull(Math.fround(value));
    case "full":
      return inFull(value);
  }
}

function inFull(value: number) {
  const [whole = "", exponent = "0"] = String(value).split("e");
  return { value, decimals: (whole.split(".")[1] ?? "").length - Number(exponent) };
}

function factsOf(sample: Sample, isKnown: boolean): Facts {
  const n = isKnown ? linesOf(sample) : null;
  switch (sample.task) {
    case "binary": {
      const positives = isKnown ? sample.positive.reduce((sum, one) => sum + one, 0) : null;
      return { task: "binary", n, positives, classes: sample.classes, decidedByScore: true };
    }
    case "multiclass": {
      const present = [...new Set([...sample.truth, ...(sample.decision ?? [])])];
      const sizeOf = (index: number) => sample.truth.filter((one) => one === index).length;
      const classes = present.map((index) => ({
        name: sample.classes[index]!,
        n: isKnown ? sizeOf(index) : null,
      }));
      return { task: "multiclass", n, classes };
    }
    case "regression":
      return { task: "regression", n };
  }
}

const PARAMETERS: readonly MetricParameters[] = [
  {},
  { average: "macro" },
  { average: "micro" },
  { average: "weighted" },
  ...["no", "yes", "a", "b", "c"].map((name) => ({ class: name })),
  { beta: 2 },
  { beta: 0.5, average: "macro" },
];

/** Every metric of the sample that has a value, with every setting that it takes. */
function valuesOf(sample: Sample): { metric: string; settings: MetricParameters; value: number }[] {
  return metricsOf(sample.task).flatMap(({ name, takes }) =>
    PARAMETERS.flatMap((settings) => {
      if (!Object.keys(settings).every((key) => takes.some((taken) => taken === key))) return [];
      const outcome = compute(name, sample, settings);
      return outcome.kind === "value" ? [{ metric: name, settings, value: outcome.value }] : [];
    }),
  );
}

const varianceOf = ({ truth }: RegressionSample, ddof: number) => {
  const mean = truth.reduce((sum, one) => sum + one, 0) / truth.length;
  return truth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (truth.length - ddof);
};

it("numbers computed from data are never impossible, however they are written", () => {
  fc.assert(
    fc.property(
      samples,
      fc.infiniteStream(writing),
      fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
      fc.boolean(),
      (sample, writings, chances, isKnown) => {
        const values = valuesOf(sample);
        if (sample.task === "regression" && linesOf(sample) > 1) {
          values.push({ metric: "target_variance", settings: {}, value: varianceOf(sample, 0) });
          values.push({ metric: "target_std", settings: {}, value: Math.sqrt(varianceOf(sample, 1)) });
        }
        const reported = values
          .filter(() => chances.next().value! > 0)
          .map(
            ({ metric, settings, value }): Reported => ({
              ...settings,
              metric,
              ...written(value, writings.next().value!),
            }),
          );
        const findings = consistencyOf(factsOf(sample, isKnown), reported);
        expect(findings.filter(({ kind }) => kind === "impossible")).toEqual([]);
        expect(new Set(findings.flatMap(({ about }) => about))).toEqual(new Set(reported));
      },
    ),
    SETTINGS,
  );
});

/** How many rows of a slice are in the denominator of a metric, by its textbook definition. */
function denominatorOf(metric: string, sample: Sample): number | null {
  if (sample.task !== "binary") return linesOf(sample);
  const count = (isCounted: (row: number) => boolean) => [...sample.positive.keys()].filter(isCounted).length;
  switch (metric) {
    case "recall":
    case "false_negative_rate":
      return count((row) => sample.positive[row] === 1);
    case "specificity":
    case "false_positive_rate":
      return count((row) => sample.positive[row] === 0);
    case "precision":
      return count((row) => sample.decision![row] === 1);
    case "negative_predictive_value":
      return count((row) => sample.decision![row] === 0);
    default:
      return linesOf(sample);
  }
}

it("what all rows give can come of what their slices give", () => {
  fc.assert(
    fc.property(
      samples,
      fc.infiniteStream(third),
      fc.infiniteStream(writing),
      fc.boolean(),
      (sample, cuts, writings, isKnown) => {
        const slice = Array.from({ length: linesOf(sample) }, () => cuts.next().value!);
        const parts = [0, 1, 2].map((part) =>
          take(
            sample,
            [...slice.keys()].filter((row) => slice[row] === part),
          ),
        );
        for (const { metric, settings, value } of valuesOf(sample)) {
          const write = (one: number) => ({ ...settings, metric, ...written(one, writings.next().value!) });
          const slices = parts.flatMap((part) => {
            const outcome = linesOf(part) > 0 ? compute(metric, part, settings) : null;
            const isSized = isKnown && Object.keys(settings).length === 0;
            return outcome?.kind === "value"
              ? [{ reported: write(outcome.value), size: isSized ? denominatorOf(metric, part) : null }]
              : [];
          });
          const finding = overallOfSlices({ task: sample.task, overall: write(value), slices });
          expect(finding.kind, finding.because).not.toBe("impossible");
        }
      },
    ),
    SETTINGS,
  );
});
