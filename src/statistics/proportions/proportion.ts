/** `successes` of `trials`, both whole numbers. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/** The share, in [0, 1], or the reason why there is none. */
function shareOf({ successes, trials }: Proportion): number | string {
  if (!(Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials)) {
    throw new RangeError("a proportion is a whole number of successes out of a whole number of trials");
  }
  return trials === 0 ? "there are no rows to take a share of" : successes / trials;
}

/** The shares of two, or the reason why one of them has none. */
export function sharesOf(one: Proportion, other: Proportion): readonly [number, number] | string {
  const [first, second] = [shareOf(one), shareOf(other)];
  if (typeof first === "string") return first;
  return typeof second === "string" ? second : [first, second];
}
