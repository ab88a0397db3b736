import type { Place } from "./place.ts";

/** Something wrong in what is being judged. `code` is stable and part of a finding's identity. */
export interface Problem {
  readonly code: string;
  /** What the problem is about, in words that do not move when lines do. */
  readonly about: string;
  readonly at: Place;
  readonly says: string;
  readonly fix: string;
  /** A line of the text that it is in, and the column there, from 1. */
  readonly excerpt?: { readonly line: string; readonly column: number };
}
