import { mismatches } from "./mismatch.ts";
import type { Outcome } from "./run.ts";
import type { Tested } from "./tested.ts";

/** One change of a policy, and what it makes of a test. */
export interface Change {
  /** The tiers of which it speaks; null among them for all. */
  readonly tiers: readonly (string | null)[];
  /** The id of the rule of which it speaks. */
  readonly rule: string | null;
  /** What was written. */
  readonly raw: string;
  /** Null where nothing can have changed. */
  outcomeOf(tested: Tested): Outcome | null;
}

/** The tests, those first that are likely to notice: one that noticed the step before, and those that speak of it. */
export class Tries {
  readonly #tested: readonly Tested[];
  #latest: Tested | null = null;

  constructor(tested: readonly Tested[]) {
    this.#tested = tested;
  }

  /** The name of the first test that fails under the change; null when none does. */
  noticing(change: Change): string | null {
    for (const one of this.#inOrder(change)) {
      const { trial } = one.prepared;
      const changed = change.outcomeOf(one);
      if (changed === null || mismatches(trial.expect, changed).length === 0) continue;
      this.#latest = one;
      return trial.label === "" ? trial.name : `${trial.name} (${trial.label})`;
    }
    return null;
  }

  *#inOrder({ tiers, rule, raw }: Change): Generator<Tested> {
    const concerned = this.#tested.filter(
      ({ outcome }) => tiers.includes(null) || tiers.includes(outcome.tiering.effective),
    );
    const speaks = ({ prepared: { trial } }: Tested) =>
      rule === null
        ? trial.label.includes(raw)
        : (trial.expect.findings?.some((one) => one.rule === rule) ?? false) ||
          (trial.expect.absent?.includes(rule) ?? false);
    if (this.#latest && concerned.includes(this.#latest)) yield this.#latest;
    const rest = concerned.filter((one) => one !== this.#latest);
    yield* rest.filter(speaks);
    yield* rest.filter((one) => !speaks(one));
  }
}
