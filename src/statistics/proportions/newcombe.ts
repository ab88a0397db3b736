import { wilsonInterval } from "../intervals/wilson.ts";
import type { Interval } from "../outcome.ts";
import { checkConfidence } from "./confidence.ts";
import { type Proportion, sharesOf } from "./proportion.ts";

/**
 * Newcombe's hybrid score interval of `one - other` for independent proportions: the two Wilson intervals put
 * together. Within [-1, 1]; the reason when either has no trials.
 * Source: R. G. Newcombe, Stat. Med. 17 (1998) 873-890, method 10; statsmodels
 * confint_proportions_2indep(method="newcomb", compare="diff").
 */
export function newcombeInterval(one: Proportion, other: Proportion, confidence: number): Interval | string {
  checkConfidence(confidence);
  const shares = sharesOf(one, other);
  if (typeof shares === "string") return shares;
  const [first, second] = shares;
  const of = wilsonInterval(one.successes, one.trials, confidence);
  const from = wilsonInterval(other.successes, other.trials, confidence);
  return {
    low: first - second - Math.hypot(first - of.low, from.high - second),
    high: first - second + Math.hypot(of.high - first, second - from.low),
    confidence,
    method: "newcombe",
  };
}
