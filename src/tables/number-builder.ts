import { markerOf } from "./marker.ts";
import { numeral } from "./numeral.ts";
import { roomFor, type Source } from "./source.ts";
import { SpotTally } from "./spots.ts";
import type { NumberColumn } from "./table.ts";
import type { TakesCells } from "./takes-cells.ts";

export class NumberBuilder implements TakesCells {
  readonly kind = "number";
  readonly name: string;
  private values = new Float64Array(1024);
  private readonly source: Source;
  private readonly missing: SpotTally;
  private readonly invalid: SpotTally;
  private readonly nonFinite: SpotTally;
  private readonly uncountable: SpotTally | null;

  constructor(name: string, source: Source, counts = false) {
    this.name = name;
    this.source = source;
    this.missing = new SpotTally(source);
    this.invalid = new SpotTally(source);
    this.nonFinite = new SpotTally(source);
    this.uncountable = counts ? new SpotTally(source) : null;
  }

  add(row: number, bytes: Uint8Array, start: number, end: number, line: number): void {
    const value = numeral(bytes, start, end);
    if (value - value === 0) this.addFinite(row, value, line);
    else if (Number.isNaN(value)) this.addMarker(row, bytes, start, end, line);
    else this.addNonFinite(row, line);
  }

  addValue(row: number, value: number, line: number): void {
    if (value - value === 0) this.addFinite(row, value, line);
    else this.addNonFinite(row, line);
  }

  /**
   * Values of rows from `row` on, the first of them in that line, each in a line of its own. Those that are
   * not finite are left to be added again, each as what it is.
   */
  addValues(row: number, values: Float64Array, line: number): void {
    if (this.uncountable === null) {
      this.makeRoom(row + values.length - 1);
      this.values.set(values, row);
      return;
    }
    for (let index = 0; index < values.length; index++) {
      const value = values[index]!;
      if (value - value === 0) this.addFinite(row + index, value, line + index);
    }
  }

  addMissing(row: number, line: number): void {
    this.missing.mark(line);
    this.set(row, Number.NaN);
  }

  addInvalid(row: number, line: number): void {
    this.invalid.mark(line);
    this.set(row, Number.NaN);
  }

  addNonFinite(row: number, line: number): void {
    this.nonFinite.mark(line);
    this.set(row, Number.NaN);
  }

  column(rows: number): NumberColumn {
    return {
      kind: "number",
      name: this.name,
      values: this.values.subarray(0, rows),
      missing: this.missing.spots(),
      invalid: this.invalid.spots(),
      nonFinite: this.nonFinite.spots(),
      ...(this.uncountable && { uncountable: this.uncountable.spots() }),
    };
  }

  private addMarker(row: number, bytes: Uint8Array, start: number, end: number, line: number): void {
    switch (markerOf(bytes, start, end)) {
      case "missing":
        this.addMissing(row, line);
        return;
      case "invalid":
        this.addInvalid(row, line);
        return;
      case "non-finite":
        this.addNonFinite(row, line);
        return;
      case "true":
        this.addFinite(row, 1, line);
        return;
      case "false":
        this.addFinite(row, 0, line);
        return;
    }
  }

  private addFinite(row: number, value: number, line: number): void {
    if (this.uncountable !== null && !(Number.isSafeInteger(value) && value >= 1)) {
      this.uncountable.mark(line);
      this.set(row, Number.NaN);
    } else this.set(row, value);
  }

  private set(row: number, value: number): void {
    this.makeRoom(row);
    this.values[row] = value;
  }

  private makeRoom(row: number): void {
    if (row < this.values.length) return;
    const grown = new Float64Array(roomFor(row, this.source));
    grown.set(this.values);
    this.values = grown;
  }
}
