/** A power of two, so that the cell of a probability is had without rounding. */
const CELLS = 4096;

/**
 * The probabilities at some places, from 0, of their ascending order. Only those that share a cell with one of them are
 * put in order.
 */
export function orderStatistics(probability: Float64Array, places: readonly number[]): Float64Array {
  const starts = new Uint32Array(CELLS + 2);
  for (let row = 0; row < probability.length; row++) starts[Math.floor(probability[row]! * CELLS) + 1]!++;
  for (let cell = 0; cell <= CELLS; cell++) starts[cell + 1]! += starts[cell]!;
  const members = membersOf(probability, starts, new Set(places.map((place) => cellAt(starts, place))));
  return Float64Array.from(places, (place) => {
    const cell = cellAt(starts, place);
    return members.get(cell)![place - starts[cell]!]!;
  });
}

/** The last cell that starts at or before the place: the empty ones after it start where the next begins. */
function cellAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, CELLS];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function membersOf(probability: Float64Array, starts: Uint32Array, cells: ReadonlySet<number>) {
  const isSought = new Uint8Array(CELLS + 1);
  for (const cell of cells) isSought[cell] = 1;
  const next = starts.slice();
  const members = new Map(
    Array.from(cells, (cell) => [cell, new Float64Array(starts[cell + 1]! - starts[cell]!)] as const),
  );
  for (let row = 0; row < probability.length; row++) {
    const cell = Math.floor(probability[row]! * CELLS);
    if (isSought[cell] === 1) members.get(cell)![next[cell]!++ - starts[cell]!] = probability[row]!;
  }
  for (const values of members.values()) values.sort();
  return members;
}
