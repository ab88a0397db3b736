import type { Place } from "../documents/place.ts";
import type { Sourced } from "./sourced.ts";

/** A number that the card reports, as written; what it means is settled when it is bound to a table. */
export interface Claim {
  /** The metric's name as the author wrote it. */
  readonly metric: Sourced<string>;
  /** The number as written, before percent is resolved: 87.1 for "87.1%". */
  readonly reported: number;
  readonly raw: string;
  /** Digits after the decimal point in `raw`, exponent included: "0.870" has 3, "1e-3" has 3, "2.50e1" has 1, "1.2e4" has -3. */
  readonly decimals: number;
  /** The author wrote a percent sign, or `unit: percent`. */
  readonly percent: boolean;
  /** The number's unit where the card names one other than percent. */
  readonly unit: string | null;
  /** Written with "±", or as a mean: it may be an average over folds or runs, which other laws bind than a value of rows. */
  readonly spread: boolean;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly confidence: number | null;
  readonly split: Sourced<string> | null;
  readonly dataset: Sourced<string> | null;
  readonly threshold: Sourced<number> | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly average: "macro" | "micro" | "weighted" | "samples" | null;
  readonly class: string | null;
  /** Row and column of a confusion-matrix cell; a class name, or "#0" for the first in sorted order. */
  readonly actual: string | null;
  readonly predicted: string | null;
  readonly k: number | null;
  readonly beta: number | null;
  readonly depth: number | null;
  readonly alpha: number | null;
  readonly n: number | null;
  readonly weighted: boolean;
  /** The id of the evidence entry that the author says supports it. */
  readonly evidence: Sourced<string> | null;
  /** A number that stands near the metric's name in a sentence that was not understood: told of, never measured. */
  readonly unread: boolean;
  readonly at: Place;
}
