import type { Grouping } from "./grouping.ts";
import { partOf } from "./part.ts";
import type { Sample } from "./sample.ts";

/** By group; null of a group that has no rows, and in all where they are better looked at one by one. */
type Facts<Fact> = readonly (Fact | null)[] | null;

/**
 * What is worked out for all groups of a whole in one pass over its rows, once, and for groups that are put together
 * from smaller ones out of theirs.
 */
export class ByGroup<S extends Sample, Fact> {
  readonly #known = new WeakMap<S, WeakMap<Grouping, Facts<Fact>>>();
  readonly #each: (whole: S, grouping: Grouping) => Facts<Fact>;
  readonly #together: (facts: readonly Fact[]) => Fact;

  constructor(
    each: (whole: S, grouping: Grouping) => Facts<Fact>,
    together: (facts: readonly Fact[]) => Fact,
  ) {
    this.#each = each;
    this.#together = together;
  }

  /** Of a sample that is a group; null for others, and where there is nothing to be had of all groups at once. */
  of(sample: S): Fact | null {
    const part = partOf(sample);
    if (part === null || part.group === null) return null;
    // A part is of its whole's kind.
    return this.#all(part.whole as S, part.group.of)?.[part.group.number] ?? null;
  }

  #all(whole: S, grouping: Grouping): Facts<Fact> {
    const known = this.#known.get(whole) ?? new WeakMap<Grouping, Facts<Fact>>();
    this.#known.set(whole, known);
    let facts = known.get(grouping);
    if (facts === undefined) {
      facts = this.#fromFiner(whole, grouping) ?? this.#each(whole, grouping);
      known.set(grouping, facts);
    }
    return facts;
  }

  #fromFiner(whole: S, { finer, sizes }: Grouping): Facts<Fact> {
    const facts = finer && this.#all(whole, finer.grouping);
    if (!facts) return null;
    const within = Array.from(sizes, (): Fact[] => []);
    facts.forEach((fact, group) => {
      if (fact !== null) within[finer.groupOf[group]!]!.push(fact);
    });
    return within.map((some) => (some.length === 0 ? null : this.#together(some)));
  }
}
