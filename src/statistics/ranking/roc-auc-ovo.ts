import { defineMetric } from "../definition.ts";
import type { MulticlassMetric } from "../metric.ts";
import { probabilityRows } from "../probability/probabilities.ts";
import type { MulticlassSample } from "../sample.ts";
import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import { ascending } from "./ascending.ts";

/**
 * Area under the ROC curve of each class against each other: for two classes the chance that a row of the one
 * has a higher score of that class than a row of the other, the mean of both ways round; then the mean over
 * pairs (macro, the default), or weighted by the pairs' rows. In [0, 1]. Classes without true rows are in no
 * pair. Undefined when fewer than two classes have true rows, or when the scores are no probabilities. No
 * interval. Source: scikit-learn roc_auc_score(multi_class="ovo"), which takes no row weights;
 * D. J. Hand, R. J. Till, Mach. Learn. 45 (2001) 171-186.
 */
export const rocAucOvo: MulticlassMetric = defineMetric(
  {
    name: "roc_auc_ovo",
    aliases: ["auc_ovo", "roc_auc_one_vs_one", "hand_till"],
    task: "multiclass",
    reads: "score",
    takes: ["average"],
    better: "higher",
    range: [0, 1],
  },
  (sample, { average }) => {
    const scores = probabilityRows(sample);
    if (typeof scores === "string") return scores;
    if (average === "micro" || average === "samples")
      return 'roc_auc_ovo takes the average "macro" or "weighted"';
    const sizes = sizesOf(sample);
    const present = [...sizes.keys()].filter((index) => sizes[index]! > 0);
    if (present.length < 2) return "every row is truly of one class";
    const areas = new Sum();
    const shares = new Sum();
    for (const one of present) {
      const won = wonAgainst(sample, scores[one]!, one);
      for (const other of present) {
        if (other === one) continue;
        const share = average === "weighted" ? sizes[one]! + sizes[other]! : 1;
        areas.add((share * won[other]!) / sizes[one]! / sizes[other]!);
        shares.add(share);
      }
    }
    return { value: areas.value / shares.value, interval: null };
  },
);

function sizesOf({ truth, weight, classes }: MulticlassSample): Float64Array {
  const sums = classes.map(() => new Sum());
  for (let row = 0; row < truth.length; row++) sums[truth[row]!]!.add(weightAt(weight, row));
  return Float64Array.from(sums, (sum) => sum.value);
}

/**
 * By other class, the pairs of rows in which the row of `one` has the higher score of `one`, ties counting
 * half: one walk from the highest score down tells it of all classes, so that pairs of classes cost nothing.
 */
function wonAgainst(
  { truth, weight, classes }: MulticlassSample,
  score: Float64Array,
  one: number,
): Float64Array {
  const order = ascending(score);
  const won = classes.map(() => new Sum());
  const above = new Sum();
  for (let end = order.length; end > 0; ) {
    const value = score[order[end - 1]!]!;
    let start = end;
    let tied = 0;
    for (; start > 0 && score[order[start - 1]!] === value; start--) {
      const row = order[start - 1]!;
      if (truth[row] === one) tied += weightAt(weight, row);
    }
    const beaten = above.value + tied / 2;
    for (let place = start; place < end; place++) {
      const row = order[place]!;
      if (truth[row] !== one) won[truth[row]!]!.add(weightAt(weight, row) * beaten);
    }
    above.add(tied);
    end = start;
  }
  return Float64Array.from(won, (sum) => sum.value);
}
