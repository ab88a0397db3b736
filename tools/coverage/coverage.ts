/** One place of a grid: how likely an interval there holds the truth, among the samples that have one. */
export interface Cell {
  readonly where: string;
  readonly covered: number;
  /** The chance of a sample that has no interval. */
  readonly without: number;
}

/** What a grid comes to. */
export interface Coverage {
  readonly mean: number;
  readonly least: Cell;
  /** The largest chance of no interval over the grid. */
  readonly without: number;
}

export function coverageOver(cells: readonly Cell[]): Coverage {
  return {
    mean: cells.reduce((sum, { covered }) => sum + covered, 0) / cells.length,
    least: cells.reduce((least, cell) => (cell.covered < least.covered ? cell : least)),
    without: cells.reduce((most, cell) => Math.max(most, cell.without), 0),
  };
}

/** An interval as far as coverage goes; no upper end is one that holds everything above. */
export interface Ends {
  readonly low: number;
  readonly high: number | null;
}

/** The samples of one place, one by one with the chance or the number of each, summed to a cell. */
export class Tally {
  #held = 0;
  #seen = 0;
  #without = 0;

  add(ends: Ends | null, truth: number, mass: number): void {
    if (ends === null) this.#without += mass;
    else {
      this.#seen += mass;
      if (ends.low <= truth && (ends.high === null || truth <= ends.high)) this.#held += mass;
    }
  }

  cell(where: string): Cell {
    return { where, covered: this.#held / this.#seen, without: this.#without / (this.#seen + this.#without) };
  }
}
