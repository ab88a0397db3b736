import { normalReach } from "../intervals/normal.ts";
import { checkConfidence } from "./confidence.ts";
import { crossing } from "./crossing.ts";
import { type Proportion, sharesOf } from "./proportion.ts";
import { ratioScore } from "./ratio-score.ts";
import type { RatioInterval } from "./score-interval.ts";

/** No ratio of two counts that a number holds exactly is beyond it. */
const LARGEST_RATIO = 2 ** 60;

/**
 * The score interval of `one / other` for independent proportions: every ratio that the score does not
 * reject, by Koopman's or by Miettinen and Nurminen's (a little wider). From 0 up, without an upper end where
 * `other` has no successes. The reason when either has no trials.
 * Source: P. A. R. Koopman, Biometrics 40 (1984) 513-517; Miettinen and Nurminen, Stat. Med. 4 (1985) 213-226;
 * statsmodels confint_proportions_2indep(method="score", compare="ratio", correction=…), to 1e-7, where it has an answer: it
 * takes a wrong root when all of one side are successes and has none when a side has no successes.
 */
export function ratioInterval(
  one: Proportion,
  other: Proportion,
  confidence: number,
  method: RatioInterval["method"],
): RatioInterval | string {
  checkConfidence(confidence);
  const shares = sharesOf(one, other);
  if (typeof shares === "string") return shares;
  const all = one.trials + other.trials;
  const inflation = method === "koopman" ? 1 : all / (all - 1);
  const reach = normalReach(confidence);
  const inverse = leastRatio(other, one, reach, inflation);
  return {
    low: leastRatio(one, other, reach, inflation),
    // The score is the same for the inverse ratio.
    high: inverse === 0 ? null : 1 / inverse,
    confidence,
    method,
  };
}

function leastRatio(one: Proportion, other: Proportion, reach: number, inflation: number): number {
  if (one.successes === 0) return 0;
  const excess = (ratio: number) => ratioScore(one, other, ratio, inflation) - reach;
  let low = 1;
  while (low > 1 / LARGEST_RATIO && excess(low) < 0) low /= 2;
  let high = low;
  while (high < LARGEST_RATIO && excess(high) >= 0) high *= 2;
  return crossing(excess, low, high);
}
