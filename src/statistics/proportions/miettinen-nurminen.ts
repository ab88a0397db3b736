import { normalReach } from "../intervals/normal.ts";
import type { Interval } from "../outcome.ts";
import { checkConfidence } from "./confidence.ts";
import { crossing } from "./crossing.ts";
import { differenceScore } from "./difference-score.ts";
import { type Proportion, sharesOf } from "./proportion.ts";

/**
 * Miettinen and Nurminen's interval of `one - other` for independent proportions: every difference that their
 * score does not reject. Within [-1, 1]; the reason when either has no trials.
 * Source: Stat. Med. 4 (1985) 213-226. statsmodels 0.15 (method="score", compare="diff") is not followed: a coefficient
 * of its cubic is wrong (its issue 10269), which moves the ends by up to some hundredths in small samples.
 */
export function miettinenNurminenInterval(
  one: Proportion,
  other: Proportion,
  confidence: number,
): Interval | string {
  checkConfidence(confidence);
  const shares = sharesOf(one, other);
  if (typeof shares === "string") return shares;
  const [first, second] = shares;
  const reach = normalReach(confidence);
  const seen = first - second;
  return {
    low: crossing((difference) => differenceScore(one, other, difference) - reach, -1, seen),
    high: crossing((difference) => differenceScore(one, other, difference) + reach, seen, 1),
    confidence,
    method: "miettinen-nurminen",
  };
}
