import quantile from "@stdlib/stats-base-dists-normal-quantile";
import type { BinaryMetric, Metric, RegressionMetric } from "../../src/statistics/metric.ts";
import type { Outcome } from "../../src/statistics/outcome.ts";
import type { BinarySample, RegressionSample, Sample } from "../../src/statistics/sample.ts";
import type { Ends } from "./coverage.ts";
import type { Draws } from "./draws.ts";

/** Where samples are drawn from, and what a metric truly is there. */
export interface Population {
  /** Metric, population and size: the seed of its draws. */
  readonly name: string;
  readonly what: string;
  readonly where: string;
  readonly truth: number;
  readonly metric: Metric;
  draw(draws: Draws): Sample;
  /** The metric's own interval of a sample from here. */
  interval(sample: Sample, confidence: number): Ends | null;
}

/** Scores that are normal with variance 1 in both classes, the positive ones shifted. */
export function binormal(
  metric: BinaryMetric,
  area: number,
  positives: number,
  negatives: number,
): Population {
  const shift = quantile(area, 0, 1) * Math.SQRT2;
  const positive = Uint8Array.from({ length: positives + negatives }, (_, row) => (row < positives ? 1 : 0));
  return binary(metric, area, {
    what: "normal scores",
    where: `area ${area}`,
    draw: ({ normal }) => ({
      positive,
      score: Float64Array.from(positive, (side) => normal() + side * shift),
    }),
    size: `${area} ${positives} ${negatives}`,
  });
}

/** Forecasts that are uniform and calibrated. */
export function calibrated(metric: BinaryMetric, truth: number, n: number): Population {
  return binary(metric, truth, {
    what: "calibrated uniform forecasts",
    where: "",
    draw: ({ uniform }) => {
      const score = Float64Array.from({ length: n }, uniform);
      return { score, positive: Uint8Array.from(score, (chance) => (uniform() < chance ? 1 : 0)) };
    },
    size: String(n),
  });
}

interface Drawn {
  readonly what: string;
  readonly where: string;
  readonly size: string;
  draw(draws: Draws): Pick<BinarySample, "positive"> & { readonly score: Float64Array };
}

function binary(metric: BinaryMetric, truth: number, { what, where, size, draw }: Drawn): Population {
  return {
    name: `${metric.name} ${size}`,
    what,
    where,
    truth,
    metric,
    draw: (draws) => ({
      task: "binary",
      classes: ["no", "yes"],
      decision: null,
      weight: null,
      ...draw(draws),
    }),
    interval: (sample, confidence) =>
      sample.task === "binary" ? endsOf(metric.compute(sample, {}, confidence)) : null,
  };
}

/** True values of standard deviation 2 and predictions that miss them by standard normal errors. */
export function normalErrors(metric: RegressionMetric, truth: number, n: number): Population {
  return {
    name: `${metric.name} ${n}`,
    what: "normal errors",
    where: "",
    truth,
    metric,
    draw: ({ normal }): RegressionSample => {
      const values = Float64Array.from({ length: n }, () => 2 * normal());
      return {
        task: "regression",
        truth: values,
        prediction: values.map((value) => value + normal()),
        weight: null,
      };
    },
    interval: (sample, confidence) =>
      sample.task === "regression" ? endsOf(metric.compute(sample, {}, confidence)) : null,
  };
}

function endsOf(outcome: Outcome): Ends | null {
  return outcome.kind === "value" ? outcome.interval : null;
}
