/** Rows by ascending score, by place in that order. */
export interface Places {
  readonly positive: Uint8Array;
  /** 1 at the last place of each score. */
  readonly last: Uint8Array;
  readonly weight: Float64Array | null;
}

/** Goes through ranked rows score by score: how much weight of either class each score has. */
export class Ties {
  positives = 0;
  negatives = 0;
  readonly #places: Places;
  #place: number;

  /** From the lowest score up, to be asked for the `next`, or from beyond the highest down, for the `previous`. */
  constructor(places: Places, from: "lowest" | "highest" = "lowest") {
    this.#places = places;
    this.#place = from === "lowest" ? 0 : places.last.length;
  }

  /** False when there is none. */
  next(): boolean {
    const { last } = this.#places;
    const start = this.#place;
    if (start === last.length) return false;
    let end = start;
    while (last[end++] === 0);
    this.#count(start, end);
    this.#place = end;
    return true;
  }

  previous(): boolean {
    const { last } = this.#places;
    const end = this.#place;
    if (end === 0) return false;
    let start = end - 1;
    while (start > 0 && last[start - 1] === 0) start--;
    this.#count(start, end);
    this.#place = start;
    return true;
  }

  #count(start: number, end: number): void {
    const { positive, weight } = this.#places;
    let positives = 0;
    if (weight === null) {
      // No branch on the class, which no processor can foresee.
      for (let place = start; place < end; place++) positives += positive[place]!;
      this.positives = positives;
      this.negatives = end - start - positives;
      return;
    }
    let negatives = 0;
    for (let place = start; place < end; place++) {
      if (positive[place] === 1) positives += weight[place]!;
      else negatives += weight[place]!;
    }
    this.positives = positives;
    this.negatives = negatives;
  }
}
