import { classIndex } from "../classes.ts";
import type { Estimate } from "../estimate.ts";
import type { MetricParameters } from "../metric.ts";
import { macroAverage, microAverage, weightedAverage } from "./average.ts";
import type { ClassRatio } from "./class-ratio.ts";
import { oneClass } from "./one-class.ts";
import type { Tally } from "./tally.ts";

/** The ratio of the class or average that was asked for; by default of the positive class, where there is one. */
export function ratioEstimate(
  ratio: ClassRatio,
  tally: Tally,
  parameters: MetricParameters,
  confidence: number,
): Estimate {
  if (parameters.class !== undefined) {
    if (parameters.average !== undefined) return 'give "average" or "class", not both';
    const index = classIndex(tally.classes, parameters.class);
    return typeof index === "string" ? index : oneClass(ratio, tally, index, confidence);
  }
  switch (parameters.average) {
    case "macro":
      return macroAverage(ratio, tally, confidence);
    case "weighted":
      return weightedAverage(ratio, tally, confidence);
    case "micro":
      return microAverage(ratio, tally, confidence);
    case "samples":
      return 'the average "samples" is over rows with several labels, and each has one class here';
    default:
      return tally.positive === null
        ? 'with more than two classes this needs "average" (macro, micro or weighted) or "class"'
        : oneClass(ratio, tally, tally.positive, confidence);
  }
}
