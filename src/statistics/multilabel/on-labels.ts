import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { Definition, MetricParameters, MultilabelMetric } from "../metric.ts";
import type { Sample } from "../sample.ts";
import type { Decided } from "./tally.ts";

type About = Pick<Definition<Sample>, "name" | "aliases" | "takes" | "better" | "range">;

/** A metric of the labels that rows are decided to have. */
export function onLabels(
  about: About,
  arithmetic: (sample: Decided, parameters: MetricParameters, confidence: number) => Estimate,
): MultilabelMetric {
  return defineMetric(
    { ...about, task: "multilabel", reads: "decision" },
    ({ decision, ...sample }, parameters, confidence) =>
      decision === null
        ? "there are no decisions, and no threshold to make them with"
        : arithmetic({ ...sample, decision }, parameters, confidence),
  );
}
