import { classIndex } from "../classes.ts";
import type { ClassRatio } from "../classification/class-ratio.ts";
import { oneClass } from "../classification/one-class.ts";
import type { Estimate } from "../estimate.ts";
import type { MetricParameters } from "../metric.ts";
import { labelAverage } from "./label-average.ts";
import { rowAverage } from "./row-average.ts";
import { type Decided, tallyOfLabel } from "./tally.ts";

/** The ratio of the label, or the average, that was asked for. */
export function labelRatio(
  ratio: ClassRatio,
  sample: Decided,
  { average, class: named }: MetricParameters,
  confidence: number,
): Estimate {
  if (named !== undefined) {
    if (average !== undefined) return 'give "average" or "class", not both';
    const label = classIndex(sample.classes, named);
    return typeof label === "string" ? label : oneClass(ratio, tallyOfLabel(sample, label), 1, confidence);
  }
  switch (average) {
    case "macro":
    case "micro":
    case "weighted":
      return labelAverage(ratio, sample, average, confidence);
    case "samples":
      return rowAverage(ratio, sample, confidence);
    default:
      return 'with several labels this needs "average" (macro, micro, weighted or samples) or "class"';
  }
}
