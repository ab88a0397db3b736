/** A power of two, so that the cell of a probability is had without rounding. */
const CELLS = 256;

/** Finds bins by their upper edges: a probability's cell leaves few bins, most often one, to search. */
export class BinFinder {
  readonly #edges: Float64Array;
  /** The bin of each cell's least probability. */
  readonly #first = new Uint16Array(CELLS + 2);

  /** The edges never fall, and the last is 1. */
  constructor(edges: Float64Array) {
    this.#edges = edges;
    for (let cell = 0; cell <= CELLS; cell++) {
      this.#first[cell] = search(edges, cell / CELLS, 0, edges.length - 1);
    }
    this.#first[CELLS + 1] = edges.length - 1;
  }

  /** The first bin whose upper edge is not below the probability. */
  of(probability: number): number {
    const cell = Math.floor(probability * CELLS);
    const first = this.#first[cell]!;
    const last = this.#first[cell + 1]!;
    return first === last ? first : search(this.#edges, probability, first, last);
  }
}

function search(edges: Float64Array, probability: number, first: number, last: number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < probability) low = middle + 1;
    else high = middle;
  }
  return low;
}
