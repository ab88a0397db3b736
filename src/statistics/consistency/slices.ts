import { DENOMINATORS, type Denominator } from "./denominators.ts";
import { cannotTell, type Finding, impossible, possible } from "./finding.ts";
import { isUnsettled, quantityOf } from "./quantity.ts";
import { outOfRange } from "./relation.ts";
import { type Reported, rough, shown } from "./reported.ts";
import { type BoundTask, type Resolved, resolve } from "./resolved.ts";
import { isCount, shareCounts } from "./whole-count.ts";
import { hull, isEmpty, meets, type Window } from "./window.ts";

/** One slice's value. `size` is how many rows of the slice are in the metric's denominator, see `DENOMINATORS`. */
export interface SliceValue {
  readonly reported: Reported;
  readonly size: number | null;
}

/** A value of all rows beside those of slices that share the rows out: every row is in exactly one of them. */
export interface SlicedValue {
  readonly task: BoundTask;
  readonly overall: Reported;
  /** All slices; one on which the metric is undefined has nothing in the denominator and is left out. */
  readonly slices: readonly SliceValue[];
}

/**
 * Whether an overall value can be the combination of its slices'. A ratio of sums is the mean of its slices'
 * ratios weighted by their denominators, so it lies between the smallest and the largest; with all sizes known
 * the mean's exact range. Values that are no such mean (AUC, R², Matthews, balanced accuracy) can lie outside.
 */
export function overallOfSlices({ task, overall, slices }: SlicedValue): Finding {
  const about = [overall, ...slices.map(({ reported }) => reported)];
  const whole = resolve(overall, task);
  if (typeof whole === "string") return cannotTell(about, whole);
  const parts: Resolved[] = [];
  for (const { reported } of slices) {
    const part = resolve(reported, task);
    if (typeof part === "string") return cannotTell(about, part);
    if (quantityOf(part) !== quantityOf(whole)) {
      return cannotTell(about, `${shown(reported)} is not the ${overall.metric} of a slice`);
    }
    parts.push(part);
  }
  if (parts.length === 0) return cannotTell(about, "there are no slices");
  const bad = [whole, ...parts].find(({ window }) => isEmpty(window));
  if (bad) return outOfRange(bad);
  const denominator = denominatorOf(whole, task);
  if (denominator === null) {
    return cannotTell(
      about,
      `${overall.metric} is no mean over rows: it can lie outside of all its slices' values`,
    );
  }
  const sizes = slices.flatMap(({ size }) => (size !== null && isCount(size) ? [size] : []));
  const total = sizes.length === parts.length ? sizes.reduce((sum, size) => sum + size, 0) : 0;
  const range = rangeOf(parts, total > 0 ? sizes : null, denominator.kind);
  if (isEmpty(range))
    return impossible(about, `a slice's ${overall.metric} is no whole number over its size`);
  const words = `${overall.metric} is ${denominator.says}`;
  if (meets(whole.window, range)) return possible(about, words);
  const ends = `from ${rough(range.low)} to ${rough(range.high)}`;
  return impossible(about, `${shown(overall)} cannot come of its slices, which allow ${ends}: ${words}`);
}

function denominatorOf(one: Resolved, task: BoundTask): Denominator | null {
  if (quantityOf(one) === "accuracy") return DENOMINATORS.get("accuracy") ?? null;
  if (one.average !== null || (task === "multiclass" && isUnsettled(one))) return null;
  return DENOMINATORS.get(one.name) ?? null;
}

function rangeOf(
  parts: readonly Resolved[],
  sizes: readonly number[] | null,
  kind: Denominator["kind"],
): Window {
  const windows = parts.map(({ window }) => window);
  switch (kind) {
    case "between":
      return hull(windows);
    case "largest":
      return windows.reduce((all, { low, high }) => ({
        low: Math.max(all.low, low),
        high: Math.max(all.high, high),
      }));
    case "share":
      // Only whole rows are summed.
      return sizes ? meanOf(windows, sizes, shareCounts) : hull(windows);
    case "mean":
      return sizes ? meanOf(windows, sizes, times) : hull(windows);
    case "squares": {
      if (!sizes) return hull(windows);
      const { low, high } = meanOf(windows.map(squared), sizes, times);
      return { low: Math.sqrt(low), high: Math.sqrt(high) };
    }
  }
}

function meanOf(
  windows: readonly Window[],
  sizes: readonly number[],
  sumOf: (window: Window, size: number) => Window,
): Window {
  const sums = windows.flatMap((window, index) => (sizes[index]! > 0 ? [sumOf(window, sizes[index]!)] : []));
  if (sums.some(isEmpty)) return { low: 1, high: 0 };
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    low: sums.reduce((sum, { low }) => sum + low, 0) / total,
    high: sums.reduce((sum, { high }) => sum + high, 0) / total,
  };
}

function times({ low, high }: Window, size: number): Window {
  return { low: low * size, high: high * size };
}

function squared({ low, high }: Window): Window {
  return { low: low * low, high: high * high };
}
