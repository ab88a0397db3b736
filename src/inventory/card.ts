import type { Problem } from "../documents/problem.ts";
import type { Mapping } from "../documents/value.ts";

export type Dialect = "native" | "hugging-face" | "markdown" | "google" | "cyclonedx" | "sagemaker" | "spdx";

/**
 * One card file, or a native card with the card that it completes. Whatever its dialect, `root` has the shape of
 * a native card, and every value keeps the place where its author wrote it.
 */
export interface Card {
  /** The card's file; of a joined pair, the native one. */
  readonly path: string;
  /** The folder that the card's paths are relative to, "" for the root. */
  readonly folder: string;
  readonly dialect: Dialect;
  /** Files this card was read from: itself, the card it completes, `.eval_results`. */
  readonly sources: readonly string[];
  /** Null when the file could not be read as a card at all. */
  readonly root: Mapping | null;
  readonly problems: readonly Problem[];
}
