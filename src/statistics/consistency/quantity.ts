import type { Resolved } from "./resolved.ts";

/**
 * What a number is of. Where every row has one class, micro averages and the weighted recall are accuracy
 * (a share of all rows is right); a micro Jaccard index is not.
 */
export function quantityOf({ name, average, ofClass, beta, others }: Resolved): string {
  if (average === "micro" && (name === "recall" || name === "precision" || name === "fbeta"))
    return "accuracy";
  if (average === "weighted" && name === "recall") return "accuracy";
  return name === "accuracy" ? name : JSON.stringify([name, average, ofClass, beta, others]);
}

/** The numbers of one metric, with one beta, by the class that they are of; null where they name none. */
export function byClass(
  all: readonly Resolved[],
  name: string,
  beta: number | null,
): ReadonlyMap<string | null, Resolved> {
  return firstBy(
    all.filter((one) => one.name === name && one.beta === beta && one.average === null),
    ({ ofClass }) => ofClass,
  );
}

/** The first of each kind. */
export function firstBy<K>(all: readonly Resolved[], kindOf: (one: Resolved) => K): ReadonlyMap<K, Resolved> {
  const first = new Map<K, Resolved>();
  for (const one of all) {
    const kind = kindOf(one);
    if (!first.has(kind)) first.set(kind, one);
  }
  return first;
}

const OF_CLASSES: ReadonlySet<string> = new Set(["precision", "recall", "fbeta", "jaccard"]);

/** Whether its metric is of one class of several, or an average over them. */
export function isOfClasses({ name }: Resolved): boolean {
  return OF_CLASSES.has(name);
}

/** Whether it must say of which class of several, or which average, it is, and does not. */
export function isUnsettled(one: Resolved): boolean {
  return isOfClasses(one) && one.average === null && one.ofClass === null;
}
