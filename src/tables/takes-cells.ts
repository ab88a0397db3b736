/** Takes one cell per row, in the order of rows. `line` is where a message would point. */
export interface TakesCells {
  readonly name: string;
  /** A cell's text as bytes, `[start, end)`. */
  add(row: number, bytes: Uint8Array, start: number, end: number, line: number): void;
  addMissing(row: number, line: number): void;
}
