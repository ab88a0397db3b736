/** Rows in the ascending order of a value. */
export interface SortedRows {
  readonly rows: Uint32Array;
  /** 1 at the last place of each value. */
  readonly last: Uint8Array;
}
