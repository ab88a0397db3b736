import type { Unmeasured } from "./result.ts";

/** Rows that the metrics of one model may read in all, each its own: minutes, however they are spread. */
const MOST_ROWS = 500_000_000;
/** So many metrics are measured whatever their rows: no honest card is cut short for its large tables. */
const ALWAYS = 100;

/** What measuring one model has taken so far: a card can ask for thousands of metrics of millions of rows. */
export class Effort {
  #metrics = 0;
  #rows = 0;

  read(rows: number): void {
    this.#rows += rows;
  }

  /** Begins another metric; what is in the way when too much has been read already. */
  begin(): Unmeasured | null {
    this.#metrics++;
    if (this.#metrics <= ALWAYS || this.#rows <= MOST_ROWS) return null;
    return {
      kind: "cannot-tell",
      says: "the card reports more metrics than can be recomputed from so many rows in good time",
      fix: "report fewer thresholds, confidences and slices, or evaluate on fewer rows",
    };
  }
}
