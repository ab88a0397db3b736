import { classIndex } from "../classes.ts";
import { defineMetric } from "../definition.ts";
import type { Estimate } from "../estimate.ts";
import type { Definition, MetricParameters } from "../metric.ts";
import type { BinarySample, MulticlassSample, Sample } from "../sample.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { type OnBoth, onDecisions } from "./on-decisions.ts";

const COUNT = { better: null, range: [0, Number.POSITIVE_INFINITY] } as const;

/**
 * One cell of the confusion matrix: the rows (or their weight) that are truly `actual` and decided
 * `predicted`, both named; a class may be named by its place in sorted order, as "#0". Undefined without both
 * names, and when there is no such class. No interval. Source: scikit-learn confusion_matrix.
 */
export const confusionMatrix = onDecisions(
  {
    ...COUNT,
    name: "confusion_matrix",
    aliases: ["confusion_matrix_cell", "confusion"],
    takes: ["actual", "predicted"],
  },
  (tally, parameters) => {
    if (parameters.actual === undefined || parameters.predicted === undefined) {
      return 'a cell of the confusion matrix needs "actual" and "predicted"';
    }
    const actual = classIndex(tally.classes, parameters.actual);
    const predicted = classIndex(tally.classes, parameters.predicted);
    if (typeof actual === "string") return actual;
    if (typeof predicted === "string") return predicted;
    const cell = tally.cells.find((cell) => cell.actual === actual && cell.predicted === predicted);
    return { value: cell?.weight ?? 0, interval: null };
  },
);

const SUPPORT = {
  ...COUNT,
  name: "support",
  aliases: ["n_samples", "sample_count"],
  reads: "decision",
  takes: ["average", "class"],
} satisfies Partial<Definition<Sample>>;

/**
 * Support: the rows (or their weight) that are truly of a class; of all classes beside any average, and by
 * default of the positive class, or of all when there are more than two. Decisions are not looked at. Undefined
 * when there is no such class. No interval.
 * Source: scikit-learn precision_recall_fscore_support.
 */
export const support: OnBoth = {
  binary: defineMetric({ ...SUPPORT, task: "binary" }, (sample, parameters) =>
    supportOf(sample, sample.positive, 1, parameters),
  ),
  multiclass: defineMetric({ ...SUPPORT, task: "multiclass" }, (sample, parameters) =>
    supportOf(sample, sample.truth, null, parameters),
  ),
};

function supportOf(
  sample: BinarySample | MulticlassSample,
  truth: Uint8Array | Int32Array,
  positive: number | null,
  parameters: MetricParameters,
): Estimate {
  const named = parameters.class === undefined ? positive : classIndex(sample.classes, parameters.class);
  if (typeof named === "string") return named;
  const wanted = parameters.average === undefined ? named : null;
  const sum = new Sum();
  for (let row = 0; row < truth.length; row++) {
    if (wanted === null || truth[row] === wanted) sum.add(weightAt(sample.weight, row));
  }
  return { value: sum.value, interval: null };
}
