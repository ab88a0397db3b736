import type { Interval } from "../outcome.ts";
import type { Ranked } from "../ranking/ranked.ts";
import { BLOCK, Sum } from "../sum.ts";
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
  const [ups, downs] = spreadOf(ranked, area);
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

/** Weights are how many rows a line stands for: whole numbers, whose sums lose nothing. */
function spreadOf({ positive, last, weight, allPositives, allNegatives }: Ranked, area: number): Spread {
  let [positivesBelow, negativesBelow, positives, negatives] = [0, 0, 0, 0];
  const [overPositives, overNegatives] = [new Sum(), new Sum()];
  for (let start = 0; start < last.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, last.length);
    let [ups, downs] = [0, 0];
    for (let place = start; place < end; place++) {
      const rows = weight === null ? 1 : weight[place]!;
      const up = rows * positive[place]!;
      positives += up;
      negatives += rows - up;
      if (last[place] === 0) continue;
      const beaten = (negativesBelow + negatives / 2) / allNegatives - area;
      const beatenBy = 1 - (positivesBelow + positives / 2) / allPositives - area;
      ups += positives * beaten * beaten;
      downs += negatives * beatenBy * beatenBy;
      positivesBelow += positives;
      negativesBelow += negatives;
      positives = 0;
      negatives = 0;
    }
    overPositives.add(ups);
    overNegatives.add(downs);
  }
  return [overPositives.value, overNegatives.value];
}
