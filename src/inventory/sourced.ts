import type { Place } from "../documents/place.ts";

/** A value and where it was written, with the text it was written as. */
export interface Sourced<T> {
  readonly value: T;
  readonly raw: string;
  readonly at: Place;
}
