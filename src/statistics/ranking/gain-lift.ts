import { defineMetric } from "../definition.ts";
import type { BinaryMetric, Definition } from "../metric.ts";
import type { BinarySample } from "../sample.ts";
import { fromTheTop } from "./from-the-top.ts";

const ABOUT = {
  task: "binary",
  reads: "score",
  takes: ["depth"],
  better: "higher",
} satisfies Partial<Definition<BinarySample>>;

/**
 * Gain at a depth: of the rows that truly are positive, the share among the given share of rows that score
 * highest (`gain@10%`). In [0, 1]. Where rows of one score straddle the cut, the mean over all orders that they
 * could be in; where the depth is no whole number of rows, the part of a row counts as that part. Undefined
 * without a depth above 0 and up to 1, and when no row is positive. No interval.
 * Source: the cumulative gains curve of I. H. Witten, E. Frank, M. A. Hall, "Data Mining", 3rd ed. (2011),
 * section 5.7, by straight lines between its points.
 */
export const gain: BinaryMetric = defineMetric(
  {
    ...ABOUT,
    name: "gain",
    aliases: ["gains", "cumulative_gain", "cumulative_gains", "capture_rate"],
    range: [0, 1],
  },
  (sample, { depth }) => {
    const share = gainAt(sample, "gain", depth);
    return typeof share === "string" ? share : { value: share, interval: null };
  },
);

/**
 * Lift at a depth: the gain there divided by the depth, which is how many times more often a row among the
 * highest scoring is positive than any row is (`lift@10%`). 0 or more, 1 for scores that know nothing, at most
 * one over the depth. Ties and parts of a row as in gain. Undefined as gain is. No interval.
 * Source: as gain.
 */
export const lift: BinaryMetric = defineMetric(
  { ...ABOUT, name: "lift", aliases: ["cumulative_lift"], range: [0, Number.POSITIVE_INFINITY] },
  (sample, { depth }) => {
    const share = gainAt(sample, "lift", depth);
    return typeof share === "string" ? share : { value: share / depth!, interval: null };
  },
);

function gainAt(sample: BinarySample, name: string, depth: number | undefined): number | string {
  if (depth === undefined) return `${name} needs "depth", the share of rows that it is of`;
  if (!(depth > 0 && depth <= 1)) return '"depth" must be above 0 and at most 1';
  const rows = fromTheTop(sample);
  if (typeof rows === "string") return rows;
  if (rows.allPositives === 0) return "no row is truly of the positive class";
  return rows.positivesAmong(depth * rows.all) / rows.allPositives;
}
