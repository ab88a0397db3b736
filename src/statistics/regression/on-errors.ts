import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { Definition, RegressionMetric } from "../metric.ts";
import type { RegressionSample, Sample } from "../sample.ts";

/** A metric of predicted numbers, undefined when a true or predicted value is not finite. */
export function onErrors(
  about: Pick<Definition<Sample>, "name" | "aliases" | "better" | "range">,
  arithmetic: (sample: RegressionSample, confidence: number) => Estimate,
): RegressionMetric {
  return defineMetric(
    { ...about, task: "regression", reads: "prediction", takes: [] },
    (sample, _, confidence) => {
      if (!sample.truth.every(Number.isFinite)) return "a true value is not a finite number";
      if (!sample.prediction.every(Number.isFinite)) return "a prediction is not a finite number";
      return arithmetic(sample, confidence);
    },
  );
}

/** One number per row. */
export function perRow(
  { truth, prediction }: RegressionSample,
  loss: (truth: number, prediction: number) => number,
): Float64Array {
  return truth.map((value, row) => loss(value, prediction[row]!));
}
