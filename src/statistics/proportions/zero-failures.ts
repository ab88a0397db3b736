import { checkConfidence } from "./confidence.ts";
import { wholeRows } from "./whole-rows.ts";

/**
 * The largest failure rate that no failure in `trials` leaves possible: the one-sided Clopper-Pearson bound
 * 1 - (1 - confidence)^(1/trials), which the rule of three puts at 3 / trials for 95 %. 1 for no trials.
 * Source: J. A. Hanley, A. Lippman-Hand, JAMA 249 (1983) 1743-1745.
 */
export function rateWithoutFailures(trials: number, confidence: number): number {
  checkConfidence(confidence);
  if (!(Number.isInteger(trials) && trials >= 0)) throw new RangeError("trials are a whole number");
  return trials === 0 ? 1 : -Math.expm1(Math.log1p(-confidence) / trials);
}

/**
 * The fewest trials that, without one failure, show a failure rate of at most `rate`, in (0, 1).
 * Source: as `rateWithoutFailures`.
 */
export function trialsWithoutFailures(rate: number, confidence: number): number {
  checkConfidence(confidence);
  if (!(rate > 0 && rate < 1)) throw new RangeError("a failure rate lies between 0 and 1");
  return wholeRows(Math.log1p(-confidence) / Math.log1p(-rate));
}
