const DOTS_ACROSS = 2;
const DOTS_DOWN = 4;
const FIRST_PATTERN = 0x2800;
/** The bit of each dot of a cell, by row from the top and column. */
const BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** A square from (0, 0) at its lower left to (1, 1), drawn with eight dots to a character. */
export class Braille {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;

  constructor(columns: number, rows: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.#cells = new Uint8Array(columns * rows);
  }

  /** A line without gaps; what lies outside of the square is left out. */
  line(fromX: number, fromY: number, toX: number, toY: number, every = 1): void {
    const across = Math.abs(toX - fromX) * this.#columns * DOTS_ACROSS;
    const steps = Math.max(1, Math.ceil(Math.max(across, Math.abs(toY - fromY) * this.#rows * DOTS_DOWN)));
    for (let step = 0; step <= steps; step += every) {
      this.dot(fromX + ((toX - fromX) * step) / steps, fromY + ((toY - fromY) * step) / steps);
    }
  }

  dot(x: number, y: number): void {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return;
    const across = Math.round(x * (this.#columns * DOTS_ACROSS - 1));
    const down = Math.round((1 - y) * (this.#rows * DOTS_DOWN - 1));
    const cell = Math.floor(down / DOTS_DOWN) * this.#columns + Math.floor(across / DOTS_ACROSS);
    this.#cells[cell]! |= BITS[down % DOTS_DOWN]![across % DOTS_ACROSS]!;
  }

  /** A blank for a cell without dots, so that copied text has no characters that nobody sees. */
  lines(): readonly string[] {
    return Array.from({ length: this.#rows }, (_, row) =>
      Array.from(this.#cells.subarray(row * this.#columns, (row + 1) * this.#columns), (dots) =>
        dots === 0 ? " " : String.fromCharCode(FIRST_PATTERN + dots),
      ).join(""),
    );
  }
}
