/** The losses of rows, some at a time, so that no array of all of them need stand. */
export interface LossBlocks {
  readonly rows: number;
  /** The losses from `start` to `end`, at most `LOSSES` of them; the next call may write over them. */
  of(start: number, end: number): Float64Array;
}

/** So few that their plain sum, if none is negative, keeps all but the last places. */
export const LOSSES = 256;

/** Blocks of losses that `write` puts into an array, for the rows from `start` on. */
export function lossBlocks(rows: number, write: (losses: Float64Array, start: number) => void): LossBlocks {
  const room = new Float64Array(LOSSES);
  return {
    rows,
    of: (start, end) => {
      const block = end - start === LOSSES ? room : room.subarray(0, end - start);
      write(block, start);
      return block;
    },
  };
}

/** Blocks of losses that are there. */
export function blocksOf(losses: Float64Array): LossBlocks {
  return { rows: losses.length, of: (start, end) => losses.subarray(start, end) };
}
