import type { ClassFacts, Sizes } from "./class-facts.ts";
import type { Finding } from "./finding.ts";
import { byClass, isOfClasses, quantityOf } from "./quantity.ts";
import { against } from "./relation.ts";
import type { Resolved } from "./resolved.ts";
import { shareCounts } from "./whole-count.ts";
import { hull, isEmpty, type Window } from "./window.ts";

/** Averages over classes against the classes' own values, where every class that counts has one. */
export function averageLaws(
  classes: readonly ClassFacts[] | null,
  sizes: Sizes | null,
  all: readonly Resolved[],
): Finding[] {
  if (classes === null || classes.length === 0) return [];
  const withRows = (sizes ?? classes).filter(({ n }) => n !== 0);
  const recalls = valuesOf(withRows, byClass(all, "recall", null));
  return all.flatMap((one): Finding[] => {
    if (quantityOf(one) === "accuracy") return accuracyLaw(one, sizes, recalls);
    if (one.name === "balanced_accuracy" && sizes !== null) {
      return meanLaw(one, recalls, "balanced accuracy is the mean of the recalls");
    }
    if (!isOfClasses(one)) return [];
    if (one.average === "macro") {
      const each = valuesOf(classes, byClass(all, one.name, one.beta));
      return meanLaw(one, each, "a macro average is the plain mean of the classes");
    }
    if (one.average !== "weighted") return [];
    return weightedLaw(one, sizes, valuesOf(withRows, byClass(all, one.name, one.beta)));
  });
}

/** The value of every class; null when one is missing. */
function valuesOf(
  classes: readonly { readonly name: string }[],
  ofClass: ReadonlyMap<string | null, Resolved>,
): readonly Resolved[] | null {
  const values = classes.flatMap(({ name }) => ofClass.get(name) ?? []);
  return values.length === classes.length && values.length > 0 ? values : null;
}

function accuracyLaw(one: Resolved, sizes: Sizes | null, recalls: readonly Resolved[] | null): Finding[] {
  if (recalls === null) return [];
  if (sizes === null) {
    const range = hull(recalls.map(({ window }) => window));
    return [against(one, recalls, range, "accuracy lies between the classes' recalls")];
  }
  const counts = countsOf(sizes);
  const correct = recalls.map(({ window, ofClass }) => shareCounts(window, counts.of(ofClass)));
  if (correct.some(isEmpty)) return [];
  const range = { low: sumOfLows(correct) / counts.total, high: sumOfHighs(correct) / counts.total };
  return [against(one, recalls, range, "accuracy is the share of rows that the recalls leave right")];
}

function meanLaw(one: Resolved, values: readonly Resolved[] | null, law: string): Finding[] {
  if (values === null) return [];
  const windows = values.map(({ window }) => window);
  const range = { low: sumOfLows(windows) / windows.length, high: sumOfHighs(windows) / windows.length };
  return [against(one, values, range, law)];
}

function weightedLaw(one: Resolved, sizes: Sizes | null, values: readonly Resolved[] | null): Finding[] {
  if (values === null) return [];
  if (sizes === null) {
    const range = hull(values.map(({ window }) => window));
    return [against(one, values, range, "a weighted average lies between the classes' values")];
  }
  const counts = countsOf(sizes);
  const parts = values.map(({ window, ofClass }) => {
    const share = counts.of(ofClass) / counts.total;
    return { low: share * window.low, high: share * window.high };
  });
  const range = { low: sumOfLows(parts), high: sumOfHighs(parts) };
  return [against(one, values, range, "a weighted average has the class sizes for weights")];
}

function countsOf(sizes: Sizes) {
  const byName = new Map<string | null, number>(sizes.map(({ name, n }) => [name, n]));
  return {
    total: sizes.reduce((sum, { n }) => sum + n, 0),
    of: (name: string | null): number => byName.get(name) ?? 0,
  };
}

function sumOfLows(windows: readonly Window[]): number {
  return windows.reduce((sum, { low }) => sum + low, 0);
}

function sumOfHighs(windows: readonly Window[]): number {
  return windows.reduce((sum, { high }) => sum + high, 0);
}
