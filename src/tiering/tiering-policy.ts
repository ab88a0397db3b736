import type { Tier } from "../inventory/vocabulary.ts";
import type { Criterion } from "./criterion.ts";

/** What a policy says of tiers. */
export interface TieringPolicy {
  /** The tier of a model whose card declares none and states too few factors. */
  readonly undeclared: Tier;
  readonly criteria: readonly Criterion[];
  /** Names of domains, each with the words that mean it; a word in no list is unknown. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
}
