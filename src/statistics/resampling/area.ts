import { areasWithoutEach } from "./area-without.ts";
import { innerLoops } from "./inner-loops.ts";
import type { SortedScores } from "./sorted-scores.ts";
import type { Statistic } from "./statistic.ts";

/**
 * The area under the ROC curve, ties counting half, in one pass over rows that are sorted once; the counts are
 * by place in that order.
 */
export function areaStatistic(sorted: SortedScores): Statistic {
  const { weight } = sorted;
  const ties = mixedTies(sorted);
  return {
    rows: sorted.order.length,
    at: (counts) =>
      weight === null
        ? (areaByLoops(sorted, counts) ?? areaOf(sorted, ties, counts))
        : weightedAreaOf(sorted, weight, ties, counts),
    withoutEach: (unitOf, units) => areasWithoutEach(sorted, unitOf, units),
  };
}

/** In whole numbers, so the same number as `areaOf`; null where there is no WebAssembly. */
function areaByLoops({ positive, last }: SortedScores, counts: Uint32Array): number | null {
  const loops = innerLoops(counts.length);
  if (loops === null) return null;
  loops.counts.set(counts);
  loops.positive.set(positive);
  loops.last.set(last);
  return loops.area();
}

/** In whole numbers, exact as long as the square of the rows is. */
function areaOf({ positive }: SortedScores, ties: Uint32Array, counts: Uint32Array): number {
  let positives = 0;
  let negatives = 0;
  let won = 0;
  for (let place = 0; place < positive.length; place++) {
    const count = counts[place]! | 0;
    // No branch on the class, which no processor can foresee.
    const up = count & -positive[place]!;
    negatives = (negatives + (count - up)) | 0;
    positives = (positives + up) | 0;
    won += up * negatives;
  }
  // A tie's negatives stand before its positives and were counted as beaten: half of those pairs is too much.
  for (let tie = 0; tie < ties.length; tie += 2) {
    let up = 0;
    let all = 0;
    for (let place = ties[tie]!; place < ties[tie + 1]!; place++) {
      all += counts[place]!;
      up += counts[place]! & -positive[place]!;
    }
    won -= (up * (all - up)) / 2;
  }
  return won / positives / negatives;
}

function weightedAreaOf(
  { positive }: SortedScores,
  weight: Float64Array,
  ties: Uint32Array,
  counts: Uint32Array,
): number {
  let positives = 0;
  let negatives = 0;
  let won = 0;
  for (let place = 0; place < positive.length; place++) {
    const share = counts[place]! * weight[place]!;
    const up = share * positive[place]!;
    negatives += share - up;
    positives += up;
    won += up * negatives;
  }
  for (let tie = 0; tie < ties.length; tie += 2) {
    let up = 0;
    let all = 0;
    for (let place = ties[tie]!; place < ties[tie + 1]!; place++) {
      const share = counts[place]! * weight[place]!;
      all += share;
      up += share * positive[place]!;
    }
    won -= (up * (all - up)) / 2;
  }
  return won / positives / negatives;
}

/** Where the rows of one score that are of both classes start and end, pair by pair. */
function mixedTies({ positive, last }: SortedScores): Uint32Array {
  const ties: number[] = [];
  for (let start = 0, end = 0; start < positive.length; start = end) {
    while (last[end++] === 0);
    if (positive[start] !== positive[end - 1]) ties.push(start, end);
  }
  return Uint32Array.from(ties);
}
