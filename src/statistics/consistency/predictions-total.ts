import type { Sizes } from "./class-facts.ts";
import { type Finding, impossible, possible } from "./finding.ts";
import { byClass } from "./quantity.ts";
import { listed } from "./reported.ts";
import type { Resolved } from "./resolved.ts";
import { shareCounts } from "./whole-count.ts";
import { isEmpty, type Window } from "./window.ts";

/**
 * Every row is decided to be of one class. Recall gives a class's right decisions, those over its precision are
 * all its decisions, and over all classes these come to n. Only where every class has both numbers.
 */
export function predictionsTotal(sizes: Sizes, n: number, all: readonly Resolved[]): Finding[] {
  const recalls = byClass(all, "recall", null);
  const precisions = byClass(all, "precision", null);
  const about: Resolved[] = [];
  let low = 0;
  let high = 0;
  for (const size of sizes) {
    const recall = recalls.get(size.name);
    const precision = precisions.get(size.name);
    if (!recall || !precision || size.n === 0) return [];
    const right = shareCounts(recall.window, size.n);
    if (isEmpty(right)) return [];
    const decided = decisionsOf(right, precision.window, n);
    low += decided.low;
    high += decided.high;
    about.push(recall, precision);
  }
  const reported = about.map((one) => one.reported);
  if (low <= n && n <= high) {
    return [possible(reported, `the decisions that they leave can come to ${n}`)];
  }
  const because = `${listed(reported)} leave between ${low} and ${high} decisions for ${n} rows`;
  return [impossible(reported, because)];
}

/** No right decision may mean no decision, with 0 written for the precision 0/0. */
function decisionsOf(right: Window, precision: Window, n: number): Window {
  const fewest = Math.ceil((right.low / precision.high) * (1 - 1e-12));
  const most = precision.low > 0 ? Math.floor((right.high / precision.low) * (1 + 1e-12)) : n;
  return { low: fewest, high: Math.min(most, n) };
}
