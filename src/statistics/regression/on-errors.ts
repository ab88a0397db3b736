import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { Definition, MetricParameters, RegressionMetric } from "../metric.ts";
import type { RegressionSample, Sample } from "../sample.ts";

/** A sample with predicted numbers. */
export interface Predicted extends RegressionSample {
  readonly prediction: Float64Array;
}

type About = Pick<Definition<Sample>, "name" | "aliases" | "better" | "range"> &
  Partial<Pick<Definition<Sample>, "takes">>;

/** A metric of predicted numbers, undefined when a true or predicted value is not finite. */
export function onErrors(
  about: About,
  arithmetic: (sample: Predicted, confidence: number, parameters: MetricParameters) => Estimate,
): RegressionMetric {
  return defineMetric(
    { takes: [], ...about, task: "regression", reads: "prediction" },
    ({ prediction, ...sample }, parameters, confidence) => {
      if (prediction === null) return "there are no predictions";
      if (!sample.truth.every(Number.isFinite)) return "a true value is not a finite number";
      if (!prediction.every(Number.isFinite)) return "a prediction is not a finite number";
      return arithmetic({ ...sample, prediction }, confidence, parameters);
    },
  );
}

/** One number per row. */
export function perRow(
  { truth, prediction }: Predicted,
  loss: (truth: number, prediction: number) => number,
): Float64Array {
  return truth.map((value, row) => loss(value, prediction[row]!));
}
