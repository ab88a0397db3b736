import type { Approval } from "../../governance/approval.ts";
import { knownAs } from "../../inventory/person.ts";

export function keysOf({ by, contact }: Approval): readonly string[] {
  return knownAs(by.value, contact?.value ?? null);
}

/** Which person each approval is by, as a number: those with a name or an address in common are of one person. */
export function distinctPeople(approvals: readonly Approval[]): readonly number[] {
  const parents = approvals.map((_, index) => index);
  const rootOf = (index: number) => {
    let root = index;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  const first = new Map<string, number>();
  for (const [index, approval] of approvals.entries()) {
    for (const key of keysOf(approval)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  }
  return approvals.map((_, index) => rootOf(index));
}

/**
 * Gives as many seats as can be a person of their own: `candidates` has, for each seat, the people who may take it. The
 * answer has a person or null for each seat. Augmenting paths, so that who may sit in two places leaves the other one
 * to whoever has only that.
 */
export function seated(candidates: readonly (readonly number[])[]): readonly (number | null)[] {
  const seatOf = new Map<number, number>();
  const seat = (index: number, tried: Set<number>): boolean => {
    for (const person of candidates[index] ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const held = seatOf.get(person);
      if (held === undefined || seat(held, tried)) {
        seatOf.set(person, index);
        return true;
      }
    }
    return false;
  };
  for (const index of candidates.keys()) seat(index, new Set());
  const people = new Map([...seatOf].map(([person, index]) => [index, person]));
  return candidates.map((_, index) => people.get(index) ?? null);
}
