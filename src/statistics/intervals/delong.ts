import type { Interval } from "../outcome.ts";
import type { Ranked } from "../ranking/ranked.ts";
import { Ties } from "../ranking/ties.ts";
import { STRETCH } from "../stretch.ts";
import { Sum } from "../sum.ts";
import { normalReach } from "./normal.ts";
import { symmetricInterval } from "./symmetric.ts";

/**
 * DeLong's interval of the area under the ROC curve of unweighted rows, from midranks in one pass over the
 * sorted rows. Null when a class has fewer than two rows, and when the scores separate the classes fully.
 * Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988) 837-845; Sun and Xu, IEEE Signal Process.
 * Lett. 21 (2014) 1389-1393.
 */
export function delongInterval(ranked: Ranked, area: number, confidence: number): Interval | null {
  const { allPositives, allNegatives } = ranked;
  if (allPositives < 2 || allNegatives < 2) return null;
  const [ups, downs] = ranked.weight === null ? spreadOfRows(ranked, area) : spreadOfLines(ranked, area);
  const variance = ups / (allPositives - 1) / allPositives + downs / (allNegatives - 1) / allNegatives;
  return symmetricInterval(
    area,
    normalReach(confidence) * Math.sqrt(variance),
    1,
    [0, 1],
    confidence,
    "delong",
  );
}

/** How far the shares that either class beats lie from the area, squared and summed over the class. */
type Spread = readonly [positives: number, negatives: number];

function spreadOfRows({ positive, last, allPositives, allNegatives }: Ranked, area: number): Spread {
  const [overPositives, overNegatives] = [new Sum(), new Sum()];
  const met = new Int32Array(4);
  const over = new Float64Array(2);
  for (let start = 0; start < last.length; start += STRETCH) {
    const end = Math.min(start + STRETCH, last.length);
    spreadWithin(positive, last, start, end, allPositives, allNegatives, area, met, over);
    overPositives.add(over[0]!);
    overNegatives.add(over[1]!);
  }
  return [overPositives.value, overNegatives.value];
}

/** `met` has the rows of either class below the score that the stretch begins in, and those of that score. */
function spreadWithin(
  positive: Uint8Array,
  last: Uint8Array,
  start: number,
  end: number,
  allPositives: number,
  allNegatives: number,
  area: number,
  met: Int32Array,
  over: Float64Array,
): void {
  let positivesBelow = met[0]!;
  let negativesBelow = met[1]!;
  let positives = met[2]!;
  let negatives = met[3]!;
  let overPositives = 0;
  let overNegatives = 0;
  for (let place = start; place < end; place++) {
    const up = positive[place]!;
    positives += up;
    negatives += 1 - up;
    if (last[place] === 0) continue;
    const beaten = (negativesBelow + negatives / 2) / allNegatives - area;
    const beatenBy = 1 - (positivesBelow + positives / 2) / allPositives - area;
    overPositives += positives * beaten * beaten;
    overNegatives += negatives * beatenBy * beatenBy;
    positivesBelow += positives;
    negativesBelow += negatives;
    positives = 0;
    negatives = 0;
  }
  met[0] = positivesBelow;
  met[1] = negativesBelow;
  met[2] = positives;
  met[3] = negatives;
  over[0] = overPositives;
  over[1] = overNegatives;
}

/** Weights are how many rows a line stands for: whole numbers, whose sums lose nothing. */
function spreadOfLines(ranked: Ranked, area: number): Spread {
  const { allPositives, allNegatives } = ranked;
  const [overPositives, overNegatives] = [new Sum(), new Sum()];
  let [positivesBelow, negativesBelow] = [0, 0];
  for (const ties = new Ties(ranked); ties.next(); ) {
    const beaten = (negativesBelow + ties.negatives / 2) / allNegatives - area;
    const beatenBy = 1 - (positivesBelow + ties.positives / 2) / allPositives - area;
    overPositives.add(ties.positives * beaten * beaten);
    overNegatives.add(ties.negatives * beatenBy * beatenBy);
    positivesBelow += ties.positives;
    negativesBelow += ties.negatives;
  }
  return [overPositives.value, overNegatives.value];
}
