import { atMostBinomial } from "../tails/binomial.ts";
import { checkConfidence } from "./confidence.ts";

/** More rows than anyone has; a claim that needs more cannot be shown. */
const MOST_ROWS = 1e9;

/** How many rows show a claim, and how many of them may fail. */
export interface RowsNeeded {
  readonly rows: number;
  readonly failures: number;
}

/**
 * The fewest rows with which a share that truly is `truth` shows, with chance `power`, to be at least
 * `target`: the exact one-sided test at 1 - `confidence`, which is Clopper and Pearson's lower bound at or above
 * the target. A few rows more may have a little less power, which in an exact test goes up and down. The reason
 * when the truth is not above the target, or a billion rows are too few.
 * Source: J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003),
 * section 2.4, without its normal approximation.
 */
export function rowsToShow(
  target: number,
  truth: number,
  confidence: number,
  power: number,
): RowsNeeded | string {
  checkConfidence(confidence);
  checkConfidence(power);
  if (!(target > 0 && target < 1 && truth >= 0 && truth <= 1)) {
    throw new RangeError("the target lies between 0 and 1, and so does the truth");
  }
  if (truth <= target) return "no number of rows shows a share to be what it is not above";
  const enough = (failures: number) => {
    const rows = rowsFor(failures, 1 - target, 1 - confidence);
    return rows >= MOST_ROWS || atMostBinomial(failures, rows, 1 - truth) >= power;
  };
  const failures = firstThat(enough, 0);
  const rows = rowsFor(failures, 1 - target, 1 - confidence);
  return rows < MOST_ROWS ? { rows, failures } : "it would take more than a billion rows";
}

/** The fewest rows in which so few failures are too few, at this level, for a failure rate of `rate`. */
function rowsFor(failures: number, rate: number, level: number): number {
  const shows = (rows: number) => rows >= MOST_ROWS || atMostBinomial(failures, rows, rate) <= level;
  return firstThat(shows, failures + 1);
}

/** The first whole number from `start` on that fits, all after it fitting too. */
function firstThat(fits: (number: number) => boolean, start: number): number {
  let [last, step] = [start - 1, 1];
  while (!fits(last + step)) {
    last += step;
    step *= 2;
  }
  let first = last + step;
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (fits(middle)) first = middle;
    else last = middle;
  }
  return first;
}
