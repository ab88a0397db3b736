import { STRETCH } from "../stretch.ts";
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
  const met = new Int32Array(3);
  let won = 0;
  for (let start = 0; start < last.length; start += STRETCH) {
    won += twiceWonWithin(positive, last, start, Math.min(start + STRETCH, last.length), met);
  }
  return won / 2;
}

/** `met` has the negative rows below the score that the stretch begins in, and of that score those of either class. */
function twiceWonWithin(
  positive: Uint8Array,
  last: Uint8Array,
  start: number,
  end: number,
  met: Int32Array,
): number {
  let below = met[0]!;
  let ups = met[1]!;
  let downs = met[2]!;
  let won = 0;
  for (let place = start; place < end; place++) {
    const up = positive[place]!;
    ups += up;
    downs += 1 - up;
    if (last[place] === 0) continue;
    won += ups * (2 * below + downs);
    below += downs;
    ups = 0;
    downs = 0;
  }
  met[0] = below;
  met[1] = ups;
  met[2] = downs;
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
