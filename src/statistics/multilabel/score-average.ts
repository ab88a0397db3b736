import { classIndex, shownClass } from "../classes.ts";
import type { Estimate } from "../estimate.ts";
import type { Frequency } from "../frequency.ts";
import type { MetricParameters } from "../metric.ts";
import type { MultilabelSample } from "../sample.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";

type OfOneLabel = (
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
  confidence: number,
  frequency?: Frequency,
) => Estimate;

/** A metric of scores of the label or average that was asked for; of all labels' rows put together for micro. */
export function scoreAverage(
  sample: MultilabelSample,
  parameters: MetricParameters,
  confidence: number,
  ofOne: OfOneLabel,
): Estimate {
  const { classes, truth, scores, weight, frequency } = sample;
  if (scores === null) return "there are no scores of the labels";
  const ofLabel = (label: number, confidence: number) => {
    const estimate = ofOne(scores[label]!, truth[label]!, weight, confidence, frequency);
    return typeof estimate === "string" ? `label ${shownClass(classes[label]!)}: ${estimate}` : estimate;
  };
  if (parameters.class !== undefined) {
    // No clash with "average": the metric's own name already means macro.
    const label = classIndex(classes, parameters.class);
    return typeof label === "string" ? label : ofLabel(label, confidence);
  }
  switch (parameters.average) {
    case "micro":
      return withoutInterval(
        ofOne(joined(scores), together(truth), repeated(weight, truth.length), Number.NaN),
      );
    case "samples":
      return 'it takes the average "macro", "micro" or "weighted", or a "class"';
    default:
      return mean(sample, parameters.average === "weighted", ofLabel);
  }
}

function mean(
  { classes, truth, weight }: MultilabelSample,
  byRows: boolean,
  ofLabel: (label: number, confidence: number) => Estimate,
): Estimate {
  const values = new Sum();
  const shares = new Sum();
  for (let label = 0; label < classes.length; label++) {
    const estimate = ofLabel(label, Number.NaN);
    if (typeof estimate === "string") return estimate;
    const share = byRows ? weightOf(truth[label]!, weight) : 1;
    values.add(share * estimate.value);
    shares.add(share);
  }
  return { value: values.value / shares.value, interval: null };
}

function weightOf(truth: Uint8Array, weight: Float64Array | null): number {
  const sum = new Sum();
  for (let row = 0; row < truth.length; row++) if (truth[row] === 1) sum.add(weightAt(weight, row));
  return sum.value;
}

/** Labels of one row go together, so an interval over all of them would take one row for several. */
function withoutInterval(estimate: Estimate): Estimate {
  return typeof estimate === "string" ? estimate : { value: estimate.value, interval: null };
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.length * (columns[0]?.length ?? 0));
  columns.forEach((column, index) => {
    all.set(column, index * column.length);
  });
  return all;
}

function together(columns: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(columns.length * (columns[0]?.length ?? 0));
  columns.forEach((column, index) => {
    all.set(column, index * column.length);
  });
  return all;
}

function repeated(weight: Float64Array | null, times: number): Float64Array | null {
  return weight && joined(Array<Float64Array>(times).fill(weight));
}
