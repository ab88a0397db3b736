import { defineMetric } from "../definition.ts";
import type { BinaryMetric } from "../metric.ts";
import { Sum } from "../sum.ts";
import { type Ranked, rankedOf } from "./ranked.ts";
import { Ties } from "./ties.ts";

/**
 * Kolmogorov-Smirnov statistic of the two classes' scores: the largest true positive rate less false positive
 * rate over all thresholds. In [0, 1]. One-sided: a score that ranks the classes the wrong way round gets no
 * credit for it, where the two-sided statistic would be large. Undefined when all rows are of one class.
 * No interval. Source: SciPy ks_2samp(negatives, positives, alternative="greater");
 * scikit-learn roc_curve, max(tpr - fpr).
 */
export const ksStatistic: BinaryMetric = defineMetric(
  {
    name: "ks_statistic",
    aliases: ["ks", "ks_stat", "kolmogorov_smirnov", "kolmogorov_smirnov_statistic", "ks_2samp"],
    task: "binary",
    reads: "score",
    takes: [],
    better: "higher",
    range: [0, 1],
  },
  (sample) => {
    const ranked = rankedOf(sample);
    if (typeof ranked === "string") return ranked;
    if (ranked.allPositives === 0) return "no row is truly of the positive class";
    if (ranked.allNegatives === 0) return "no row is truly of a negative class";
    return { value: widestGap(ranked), interval: null };
  },
);

/** The share of negatives below a threshold less that of positives, which is TPR - FPR there. */
function widestGap(ranked: Ranked): number {
  const [positivesBelow, negativesBelow] = [new Sum(), new Sum()];
  let widest = 0;
  for (const ties = new Ties(ranked); ties.next(); ) {
    positivesBelow.add(ties.positives);
    negativesBelow.add(ties.negatives);
    const gap = negativesBelow.value / ranked.allNegatives - positivesBelow.value / ranked.allPositives;
    if (gap > widest) widest = gap;
  }
  return widest;
}
