import { precisionsWithoutEach } from "./precision-without.ts";
import type { SortedScores } from "./sorted-scores.ts";
import type { Statistic } from "./statistic.ts";

/**
 * Average precision in one pass, from the highest score down, over rows that are sorted once; the counts are
 * by place in that order.
 */
export function precisionStatistic(sorted: SortedScores): Statistic {
  return {
    rows: sorted.order.length,
    at: (counts) => averagePrecisionOf(sorted, counts),
    withoutEach: (unitOf) =>
      unitOf === null && sorted.weight === null ? precisionsWithoutEach(sorted) : null,
  };
}

function averagePrecisionOf({ positive, weight, last }: SortedScores, counts: Uint32Array): number {
  let found = 0;
  let wrong = 0;
  let up = 0;
  let area = 0;
  let lost = 0;
  for (let place = positive.length - 1; place >= 0; place--) {
    const share = weight === null ? counts[place]! : counts[place]! * weight[place]!;
    if (positive[place] === 1) up += share;
    else wrong += share;
    if (up === 0 || (place > 0 && last[place - 1] === 0)) continue;
    found += up;
    const term = (up * found) / (found + wrong);
    const next = area + term;
    // What the addition rounded away, by Knuth's form of it.
    const added = next - area;
    lost += area - (next - added) + (term - added);
    area = next;
    up = 0;
  }
  return (area + lost) / found;
}
