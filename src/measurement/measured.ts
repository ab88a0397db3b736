import { keyOf, type Need } from "./need.ts";
import type { Result, Results } from "./result.ts";

/** A rule asked for what it had not planned: a fault of ours, never of the repository. */
export class UnplannedNeed extends Error {
  override readonly name = "UnplannedNeed";
  constructor(need: Need) {
    super(`not planned: ${keyOf(need)}`);
  }
}

/** The results of one model's plan. */
export class Measured {
  readonly #results: ReadonlyMap<string, Result>;

  constructor(results: ReadonlyMap<string, Result>) {
    this.#results = results;
  }

  /** The result of a planned need. */
  of<N extends Need>(need: N): Results[N["kind"]] {
    const result = this.#results.get(keyOf(need));
    if (!result) throw new UnplannedNeed(need);
    return result as Results[N["kind"]];
  }
}
