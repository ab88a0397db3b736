import { cannotTell, type Finding, impossible, possible } from "./finding.ts";
import { flawOf, type Reported, rough, shown } from "./reported.ts";
import { isCount, shareCounts, wholeCounts } from "./whole-count.ts";
import { isEmpty, type Window, windowOf } from "./window.ts";

/**
 * GRIM: whether the mean of n whole numbers can be the reported one. With several items a row (a scale of
 * questions) the mean is over n · items whole numbers. Only n below 10^decimals can rule anything out.
 * Source: N. Brown, J. Heathers, "The GRIM Test" (2017), Social Psychological and Personality Science 8(4).
 */
export function meanOfWholeNumbers(mean: Reported, n: number, items = 1): Finding {
  return countOf(mean, n * items, "whole numbers", wholeCounts);
}

/** Whether k of n rows can give the reported share, 0 ≤ k ≤ n. Source: as `meanOfWholeNumbers`. */
export function shareOfRows(share: Reported, n: number, rows = "rows"): Finding {
  return countOf(share, n, rows, shareCounts);
}

function countOf(
  reported: Reported,
  n: number,
  what: string,
  countsIn: (window: Window, n: number) => Window,
): Finding {
  const about = [reported];
  const flaw = flawOf(reported);
  if (flaw !== null) return cannotTell(about, flaw);
  if (!isCount(n) || n === 0) return cannotTell(about, `${n} is no number of ${what} above 0`);
  const counts = countsIn(windowOf(reported), n);
  if (!isEmpty(counts)) return possible(about, `${counts.low} of ${n} ${what} is ${rough(counts.low / n)}`);
  const { low, high } = around(reported.value, n);
  return impossible(
    about,
    `no ${shown(reported)} over ${n} ${what}: the nearest are ${low}/${n} = ${rough(low / n)} and ${high}/${n} = ${rough(high / n)}`,
  );
}

function around(value: number, n: number): Window {
  const low = Math.floor(value * n);
  return { low, high: low + 1 };
}
