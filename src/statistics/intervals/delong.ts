import type { Interval } from "../outcome.ts";
import type { Ranked } from "../ranking/ranked.ts";
import { Ties } from "../ranking/ties.ts";
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
  let [positivesBelow, negativesBelow] = [0, 0];
  const [overPositives, overNegatives] = [new Sum(), new Sum()];
  for (const ties = new Ties(ranked); ties.next(); ) {
    const { positives, negatives } = ties;
    const beaten = (negativesBelow + negatives / 2) / allNegatives;
    const beatenBy = 1 - (positivesBelow + positives / 2) / allPositives;
    overPositives.add(positives * (beaten - area) ** 2);
    overNegatives.add(negatives * (beatenBy - area) ** 2);
    positivesBelow += positives;
    negativesBelow += negatives;
  }
  const variance =
    overPositives.value / (allPositives - 1) / allPositives +
    overNegatives.value / (allNegatives - 1) / allNegatives;
  return symmetricInterval(
    area,
    normalReach(confidence) * Math.sqrt(variance),
    1,
    [0, 1],
    confidence,
    "delong",
  );
}
