import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { BinaryMetric, Definition, MetricParameters, MulticlassMetric } from "../metric.ts";
import type { Sample } from "../sample.ts";
import { type Tally, tallyOf } from "./tally.ts";

type About = Pick<Definition<Sample>, "name" | "aliases" | "takes" | "better" | "range">;
type FromTally = (tally: Tally, parameters: MetricParameters, confidence: number) => Estimate;

/** A metric of decisions, which sees nothing of a sample but its confusion matrix, for two classes. */
export function onTwoClasses(about: About, arithmetic: FromTally): BinaryMetric {
  return defineMetric({ ...about, task: "binary", reads: "decision" }, (sample, parameters, confidence) => {
    const tally = tallyOf(sample);
    return typeof tally === "string" ? tally : arithmetic(tally, parameters, confidence);
  });
}

/** The same for any number of classes. */
export function onManyClasses(about: About, arithmetic: FromTally): MulticlassMetric {
  return defineMetric(
    { ...about, task: "multiclass", reads: "decision" },
    (sample, parameters, confidence) => {
      const tally = tallyOf(sample);
      return typeof tally === "string" ? tally : arithmetic(tally, parameters, confidence);
    },
  );
}

export interface OnBoth {
  readonly binary: BinaryMetric;
  readonly multiclass: MulticlassMetric;
}

/** One definition for both tasks. */
export function onDecisions(about: About, arithmetic: FromTally): OnBoth {
  return { binary: onTwoClasses(about, arithmetic), multiclass: onManyClasses(about, arithmetic) };
}
