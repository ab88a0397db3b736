import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { Origin } from "../layers.ts";

/** What a difference does to what is asked of models. `unclear`: only a reader can tell, and it may well be looser. */
export const VERDICTS = ["looser", "unclear", "stricter", "neither"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What one policy says of it, in words; null where it says nothing. */
export interface Side {
  readonly value: string | null;
  /** The lines that say it; none for a rule's own default. */
  readonly from: readonly Origin[];
}

/** One thing that two policies ask differently of models of one tier at one stage. */
export interface Shift {
  /** A rule's id, or the policy's key. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** In words; of lists, what stands before the items. */
  readonly says: string;
  /** Shifts that are alike but for their items are told in one sentence. */
  readonly item?: string;
  readonly before: Side;
  readonly after: Side;
  /** The texts behind it, for a reader to judge. */
  readonly texts?: readonly Rewording[];
}

/** One text of a custom rule, as both policies write it. */
export interface Rewording {
  readonly key: string;
  readonly before: Side;
  readonly after: Side;
}

/** The same over all the tiers and stages where it is so. */
export interface PolicyShift extends Omit<Shift, "item"> {
  /** Null where it is not about a tier: how the tier itself is found. */
  readonly tiers: readonly Tier[] | null;
  readonly stages: readonly Lifecycle[] | null;
}

export const NOWHERE: Side = { value: null, from: [] };

/** By how two values compare: positive where the new one asks for more, negative where for less. */
export function verdictOf(more: number): Verdict {
  if (more === 0) return "neither";
  return more > 0 ? "stricter" : "looser";
}

/** Whether less is asked, or may be. */
export function mayLoosen({ verdict }: Pick<Shift, "verdict">): boolean {
  return verdict === "looser" || verdict === "unclear";
}
