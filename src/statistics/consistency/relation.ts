import { type Finding, impossible, possible } from "./finding.ts";
import { quantityOf } from "./quantity.ts";
import { listed, rough, shown } from "./reported.ts";
import type { Resolved } from "./resolved.ts";
import { meets, type Window } from "./window.ts";

/** Whether a reported number meets the range that others leave it by a law. */
export function against(one: Resolved, others: readonly Resolved[], range: Window, law: string): Finding {
  const about = [one, ...others].map(({ reported }) => reported);
  if (meets(one.window, range)) return possible(about, law);
  const from = others.map(({ reported }) => reported);
  return impossible(
    about,
    `${shown(one.reported)} cannot go with ${listed(from)}: ${law}, here ${between(range)}`,
  );
}

/** Whether "one ≤ factor · other" can hold. */
export function atMost(one: Resolved, factor: number, other: Resolved, law: string): Finding {
  const high = factor * other.window.high;
  return against(one, [other], { low: Number.NEGATIVE_INFINITY, high }, law);
}

/** A number that its metric cannot take, alone; its window is empty. */
export function outOfRange({ reported }: Resolved): Finding {
  return impossible([reported], `${shown(reported)} lies outside of what ${reported.metric} can be`);
}

/** The same quantity several times, with numbers that are not roundings of one. */
export function contradiction(all: readonly Resolved[]): Finding[] {
  const tightest = new Map<string, { readonly floor: Resolved; readonly ceiling: Resolved }>();
  return all.flatMap((one) => {
    const quantity = quantityOf(one);
    const { floor, ceiling } = tightest.get(quantity) ?? { floor: one, ceiling: one };
    tightest.set(quantity, {
      floor: one.window.low > floor.window.low ? one : floor,
      ceiling: one.window.high < ceiling.window.high ? one : ceiling,
    });
    const other = [floor, ceiling].find(({ window }) => !meets(window, one.window));
    if (!other) return [];
    const words = `${shown(other.reported)} and ${shown(one.reported)} are the same quantity of the same rows`;
    return [impossible([other.reported, one.reported], words)];
  });
}

function between({ low, high }: Window): string {
  if (low === Number.NEGATIVE_INFINITY) return `at most ${rough(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `at least ${rough(low)}`;
  return `between ${rough(low)} and ${rough(high)}`;
}
