import { defineMetric } from "../definition.ts";
import type { BinaryMetric, Definition } from "../metric.ts";
import type { BinarySample } from "../sample.ts";
import { type FromTheTop, fromTheTop } from "./from-the-top.ts";

const ABOUT = {
  task: "binary",
  reads: "score",
  takes: ["k"],
  better: "higher",
  range: [0, 1],
} satisfies Partial<Definition<BinarySample>>;

/**
 * Precision at k: of the k rows that score highest, the share that truly are positive. In [0, 1]. Where rows of
 * one score straddle the cut, the mean over all orders that they could be in. Under weights, k counts weight.
 * Undefined without a whole k of 1 or more, and when there are fewer rows than k. No interval: which rows are
 * the first k is itself a draw. Source: C. D. Manning, P. Raghavan, H. Schütze, "Introduction to Information
 * Retrieval" (2008), section 8.4; for ties F. McSherry, M. Najork, ECIR (2008) 414-421.
 */
export const precisionAtK: BinaryMetric = defineMetric(
  { ...ABOUT, name: "precision_at_k", aliases: ["precision@k"] },
  (sample, { k }) => {
    const top = firstRows(sample, "precision_at_k", k);
    return typeof top === "string" ? top : { value: top.found / top.k, interval: null };
  },
);

/**
 * Recall at k: of the rows that truly are positive, the share among the k that score highest. In [0, 1]. Ties
 * and weights as in precision at k. Undefined as precision at k is, and when no row is positive. No interval.
 * Source: as precision at k.
 */
export const recallAtK: BinaryMetric = defineMetric(
  { ...ABOUT, name: "recall_at_k", aliases: ["recall@k"] },
  (sample, { k }) => {
    const top = firstRows(sample, "recall_at_k", k);
    if (typeof top === "string") return top;
    if (top.allPositives === 0) return "no row is truly of the positive class";
    return { value: top.found / top.allPositives, interval: null };
  },
);

interface FirstRows extends FromTheTop {
  readonly k: number;
  readonly found: number;
}

function firstRows(sample: BinarySample, name: string, k: number | undefined): FirstRows | string {
  if (k === undefined) return `${name} needs "k"`;
  if (!Number.isInteger(k) || k < 1) return '"k" must be a whole number of 1 or more';
  const rows = fromTheTop(sample);
  if (typeof rows === "string") return rows;
  if (k > rows.all) return `there are fewer rows, ${rows.all}, than k, ${k}`;
  return { ...rows, k, found: rows.positivesAmong(k) };
}
