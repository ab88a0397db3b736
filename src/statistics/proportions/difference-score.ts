import { crossing } from "./crossing.ts";
import type { Proportion } from "./proportion.ts";

/**
 * Miettinen and Nurminen's score of the hypothesis `one - other = difference`: how many standard errors the
 * difference seen lies above it, the error being that of the likeliest pair of shares under the hypothesis,
 * with the factor N / (N - 1). Infinite when the hypothesis leaves no spread.
 * Source: O. Miettinen, M. Nurminen, Stat. Med. 4 (1985) 213-226.
 */
export function differenceScore(one: Proportion, other: Proportion, difference: number): number {
  const all = one.trials + other.trials;
  // Shares near 1 keep their digits as shares of failures near 0.
  if (one.successes + other.successes > all / 2) {
    return 0 - differenceScore(failuresOf(one), failuresOf(other), 0 - difference);
  }
  const crossed = one.successes * other.trials - other.successes * one.trials;
  const above = crossed / one.trials / other.trials - difference;
  if (above === 0) return 0;
  const second = likeliestSecond(one, other, difference);
  const first = Math.min(1, Math.max(0, second + difference));
  const variance = (first * (1 - first)) / one.trials + (second * (1 - second)) / other.trials;
  return above / Math.sqrt((variance * all) / (all - 1));
}

function failuresOf({ successes, trials }: Proportion): Proportion {
  return { successes: trials - successes, trials };
}

/**
 * The likeliest second share when the first is larger by `difference`: where the likelihood, which has one
 * peak, stops rising. The cubic that it solves has a closed form, which loses all digits for rare events.
 */
function likeliestSecond(one: Proportion, other: Proportion, difference: number): number {
  if (difference === 0) return (one.successes + other.successes) / (one.trials + other.trials);
  const slope = (share: number) =>
    pull(one.successes, share + difference) -
    pull(one.trials - one.successes, 1 - share - difference) +
    pull(other.successes, share) -
    pull(other.trials - other.successes, 1 - share);
  return crossing(slope, Math.max(0, -difference), Math.min(1, 1 - difference));
}

function pull(count: number, share: number): number {
  return count === 0 ? 0 : count / Math.max(share, 0);
}
