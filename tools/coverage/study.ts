import type { Coverage } from "./coverage.ts";

export const CONFIDENCE = 0.95;

/** One line of the table: a size, and what its grid comes to. */
export interface Grid {
  readonly title: string;
  coverage(): Coverage;
}

/** A method and how its coverage is found. */
export interface Study {
  readonly method: string;
  readonly how: string;
  readonly grids: readonly Grid[];
}
