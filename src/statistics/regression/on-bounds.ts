import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { Definition, RegressionMetric } from "../metric.ts";
import type { PredictedBounds, RegressionSample, Sample } from "../sample.ts";

/** A metric of predicted intervals; undefined when a bound is not finite, or lies on the wrong side of the other. */
export function onBounds(
  about: Pick<Definition<Sample>, "name" | "aliases" | "better" | "range">,
  arithmetic: (bounds: PredictedBounds, sample: RegressionSample, confidence: number) => Estimate,
): RegressionMetric {
  return defineMetric(
    { ...about, task: "regression", reads: "interval", takes: [] },
    (sample, _, confidence) => {
      const { bounds, truth } = sample;
      if (!bounds) return "there are no predicted intervals";
      if (!truth.every(Number.isFinite)) return "a true value is not a finite number";
      return flawOf(bounds) ?? arithmetic(bounds, sample, confidence);
    },
  );
}

function flawOf({ lower, upper }: PredictedBounds): string | null {
  if (!lower.every(Number.isFinite)) return "a lower bound is not a finite number";
  if (!upper.every(Number.isFinite)) return "an upper bound is not a finite number";
  let crossed = 0;
  for (let row = 0; row < lower.length; row++) if (lower[row]! > upper[row]!) crossed++;
  return crossed === 0
    ? null
    : `the lower bound lies above the upper one in ${crossed} of ${lower.length} rows`;
}
