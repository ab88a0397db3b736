import { markerOf } from "./marker.ts";
import { numeral } from "./numeral.ts";
import { type Source, SpotTally } from "./spots.ts";
import type { NumberColumn } from "./table.ts";
import type { TakesCells } from "./takes-cells.ts";

export class NumberBuilder implements TakesCells {
  readonly kind = "number";
  readonly name: string;
  private values = new Float64Array(1024);
  private readonly missing: SpotTally;
  private readonly invalid: SpotTally;
  private readonly nonFinite: SpotTally;

  constructor(name: string, source: Source) {
    this.name = name;
    this.missing = new SpotTally(source);
    this.invalid = new SpotTally(source);
    this.nonFinite = new SpotTally(source);
  }

  add(row: number, bytes: Uint8Array, start: number, end: number, line: number): void {
    const value = numeral(bytes, start, end);
    if (value - value === 0) this.set(row, value);
    else if (Number.isNaN(value)) this.addMarker(row, bytes, start, end, line);
    else this.addNonFinite(row, line);
  }

  addValue(row: number, value: number, line: number): void {
    if (value - value === 0) this.set(row, value);
    else this.addNonFinite(row, line);
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
      values: this.values.slice(0, rows),
      missing: this.missing.spots(),
      invalid: this.invalid.spots(),
      nonFinite: this.nonFinite.spots(),
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
        this.set(row, 1);
        return;
      case "false":
        this.set(row, 0);
        return;
    }
  }

  private set(row: number, value: number): void {
    if (row >= this.values.length) {
      const grown = new Float64Array(2 * row);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[row] = value;
  }
}
