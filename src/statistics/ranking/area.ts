import { Sum } from "../sum.ts";
import type { Ranked } from "./ranked.ts";
import { Ties } from "./ties.ts";

/**
 * The area under the ROC curve: the chance that a random positive row scores above a random negative one, a
 * tie counting half. The reason when there is no row, or no weight, of one class.
 */
export function areaUnder(ranked: Ranked): number | string {
  if (ranked.allPositives === 0) return "no row is truly of the positive class";
  if (ranked.allNegatives === 0) return "no row is truly of a negative class";
  const won = ranked.weight === null ? wonByRows(ranked) : wonByWeight(ranked);
  return won / ranked.allPositives / ranked.allNegatives;
}

/** Rows are whole numbers and their ties halves, so that no rounding is lost below 2^52 pairs. */
function wonByRows({ positive, last }: Ranked): number {
  let [won, below, ups, downs] = [0, 0, 0, 0];
  for (let place = 0; place < last.length; place++) {
    const up = positive[place]!;
    ups += up;
    downs += 1 - up;
    if (last[place] === 0) continue;
    won += ups * (below + downs / 2);
    below += downs;
    ups = 0;
    downs = 0;
  }
  return won;
}

function wonByWeight(ranked: Ranked): number {
  const negativesBelow = new Sum();
  const won = new Sum();
  for (const ties = new Ties(ranked); ties.next(); ) {
    won.add(ties.positives * (negativesBelow.value + ties.negatives / 2));
    negativesBelow.add(ties.negatives);
  }
  return won.value;
}
