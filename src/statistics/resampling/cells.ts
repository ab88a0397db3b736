/** Rows of one truth and one decision put together, so that a replicate costs a metric a handful of rows. */
export interface Cells {
  /** The cell of each row. */
  readonly cellOf: Uint32Array;
  /** The truth and the decision of each cell. */
  readonly truth: readonly number[];
  readonly decision: readonly number[];
}

type ClassColumn = Uint8Array | Int32Array;

export function cellsOf(truth: ClassColumn, decision: ClassColumn, classes: number): Cells {
  const known = new Map<number, number>();
  const cellOf = new Uint32Array(truth.length);
  for (let row = 0; row < truth.length; row++) {
    const key = truth[row]! * classes + decision[row]!;
    let cell = known.get(key);
    if (cell === undefined) {
      cell = known.size;
      known.set(key, cell);
    }
    cellOf[row] = cell;
  }
  const keys = [...known.keys()];
  return {
    cellOf,
    truth: keys.map((key) => Math.floor(key / classes)),
    decision: keys.map((key) => key % classes),
  };
}
