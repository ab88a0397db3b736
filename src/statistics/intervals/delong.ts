import type { Interval } from "../outcome.ts";
import { below, type Ranked } from "../ranking/ranked.ts";
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
  const { positives, negatives, allPositives, allNegatives } = ranked;
  if (allPositives < 2 || allNegatives < 2) return null;
  const positivesBelow = below(positives);
  const negativesBelow = below(negatives);
  const overPositives = new Sum();
  const overNegatives = new Sum();
  for (let group = 0; group < positives.length; group++) {
    const beaten = (negativesBelow[group]! + negatives[group]! / 2) / allNegatives;
    const beatenBy = 1 - (positivesBelow[group]! + positives[group]! / 2) / allPositives;
    overPositives.add(positives[group]! * (beaten - area) ** 2);
    overNegatives.add(negatives[group]! * (beatenBy - area) ** 2);
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
