import type { Sample } from "../../statistics/sample.ts";
import { correctOf } from "./correct.ts";

/** A metric that is the share of some rows that have a property, on which two models can be paired row by row. */
export interface Share {
  /** What the test is about, whichever way round the metric counts it. */
  readonly hypothesis: string;
  /** By row among those that count: 1 where it has the property. */
  readonly has: Uint8Array;
}

/** Rates of two classes: of the rows of which truth, the share of which decision. */
const RATES: Readonly<Record<string, readonly [hypothesis: string, truth: number, decision: number]>> = {
  recall: ["recall", 1, 1],
  false_negative_rate: ["recall", 1, 0],
  specificity: ["specificity", 0, 0],
  false_positive_rate: ["specificity", 0, 1],
};

/** Null when the rows of the share depend on the decision, as precision's do, or the metric is no share. */
export function shareOf(metric: string, sample: Sample): Share | null {
  if (metric === "accuracy") {
    const has = correctOf(sample);
    return has && { hypothesis: metric, has };
  }
  const rate = Object.hasOwn(RATES, metric) ? RATES[metric] : undefined;
  if (rate === undefined || sample.task !== "binary" || sample.decision === null) return null;
  const [hypothesis, truth, wanted] = rate;
  const { positive, decision } = sample;
  const has = new Uint8Array(positive.length);
  let rows = 0;
  for (let row = 0; row < positive.length; row++) {
    if (positive[row] === truth) has[rows++] = decision[row] === wanted ? 1 : 0;
  }
  return { hypothesis, has: has.subarray(0, rows) };
}
