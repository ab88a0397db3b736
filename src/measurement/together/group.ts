import type { Claim } from "../../inventory/claim.ts";
import { slicePart } from "../describe.ts";
import type { StatedNumber } from "./stated-number.ts";

/** The numbers that a card states of the same rows, whatever the threshold of their decisions. */
export interface SameRows {
  readonly split: string | null;
  readonly slice: Claim["slice"];
  readonly dataset: string | null;
  /** The count of rows that the numbers themselves state; null when they state none. */
  readonly n: number | null;
  readonly numbers: readonly StatedNumber[];
}

/**
 * Numbers by the rows that the card says they are of. Numbers that state different counts are of different rows; those
 * that state none are of the others' rows where these state one count, else of rows of their own.
 */
export function bySameRows(numbers: readonly StatedNumber[]): SameRows[] {
  return [...grouped(numbers, placeOf).values()].flatMap((together) => {
    const counts = new Set(together.flatMap((one) => rowsStated(one) ?? []));
    if (counts.size < 2) return [sameRows(together, [...counts][0] ?? null)];
    return [...grouped(together, rowsStated)].map(([n, these]) => sameRows(these, n));
  });
}

/** Numbers of the same rows by the decisions that they are of, and by their unit. */
export function bySameDecisions(numbers: readonly StatedNumber[]): StatedNumber[][] {
  return [
    ...grouped(numbers, ({ threshold, binding: { claim } }) =>
      JSON.stringify([threshold, claim.unit?.trim().toLowerCase() ?? null]),
    ).values(),
  ];
}

function sameRows(numbers: readonly StatedNumber[], n: number | null): SameRows {
  const [first] = numbers;
  if (!first) throw new TypeError("a group holds a number");
  const { claim } = first.binding;
  return { split: splitOf(first), slice: claim.slice, dataset: claim.dataset?.value ?? null, n, numbers };
}

function placeOf(number: StatedNumber): string {
  const { slice, dataset, evidence } = number.binding.claim;
  return JSON.stringify([splitOf(number), dataset?.value ?? null, evidence?.value ?? null, slicePart(slice)]);
}

function splitOf({ binding }: StatedNumber): string | null {
  return binding.claim.split?.value ?? (binding.kind === "bound" ? binding.table.split : null);
}

/** Beside a class, `n` may be the rows of that class alone. */
function rowsStated({ binding: { claim } }: StatedNumber): number | null {
  return claim.class === null ? claim.n : null;
}

export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
