import type { Proportion } from "../proportions/proportion.ts";
import type { GroupCounts } from "./group-counts.ts";
import { type GroupRate, rateIn } from "./group-rate.ts";

/** One group's rate beside that of all groups and that of all others. */
export interface ComparedRate extends Proportion {
  readonly name: string;
  readonly share: number;
  readonly others: Proportion;
}

/** The rates of groups that can be compared, and the share of all of them together. */
export interface ComparedRates {
  readonly rates: readonly ComparedRate[];
  readonly overall: number;
  readonly lowest: ComparedRate;
  readonly highest: ComparedRate;
}

/** The rate of every group, or the reason when one has none, or there are fewer than two groups. */
export function compareRates(groups: readonly GroupCounts[], rate: GroupRate): ComparedRates | string {
  const named: (Proportion & { readonly name: string })[] = [];
  let [successes, trials] = [0, 0];
  for (const group of groups) {
    const proportion = rateIn(group, rate);
    if (typeof proportion === "string") return proportion;
    named.push({ ...proportion, name: group.name });
    successes += proportion.successes;
    trials += proportion.trials;
  }
  const rates = named.map((one) => ({
    ...one,
    share: one.successes / one.trials,
    others: { successes: successes - one.successes, trials: trials - one.trials },
  }));
  const [first, second] = rates;
  if (first === undefined || second === undefined) return "there are fewer than two groups to compare";
  return {
    rates,
    overall: successes / trials,
    lowest: rates.reduce((least, one) => (one.share < least.share ? one : least), first),
    highest: rates.reduce((most, one) => (one.share > most.share ? one : most), first),
  };
}
