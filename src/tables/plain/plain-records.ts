import type { NumberBuilder } from "../number-builder.ts";
import type { Rows } from "../rows.ts";
import type { TextBuilder } from "../text-builder.ts";
import {
  codesOn,
  gather,
  handBack,
  type Laid,
  laidOut,
  numbersOn,
  separate,
  WINDOW_BYTES,
} from "./memory.ts";

const LINE_FEED = 0x0a;
/** A call costs about what so many rows gain. */
const ROWS_WORTH_A_CALL = 16;
/** So many calls may come to nothing before the rest of a block is read without. */
const PATIENCE = 64;

/** What stands around the cells of a record: a delimiter between them, or before each its own bytes, and after the last. */
export type Layout =
  | { readonly kind: "delimited"; readonly delimiter: number; readonly cells: number }
  | { readonly kind: "objects"; readonly before: readonly Uint8Array[] };

interface Numbers {
  readonly column: NumberBuilder;
  readonly values: Float64Array;
}

interface Texts {
  readonly index: number;
  readonly column: TextBuilder;
  readonly codes: Int32Array;
  readonly page: number;
}

/**
 * Reads records that need no second look, many in one call: of one line, without escapes, each number a plain numeral,
 * each text one that its column has had before. Any other record is for the caller to read.
 */
export class PlainRecords {
  private readonly rows: Rows;
  private readonly layout: Layout;
  private readonly longest: number;
  private readonly laid: Laid;
  private readonly numbers: Numbers[] = [];
  private readonly texts: Texts[] = [];
  private readonly window: Uint8Array;
  private bytes: Uint8Array = new Uint8Array(0);
  private end = 0;
  /** What of the bytes is in the window. */
  private from = 0;
  private until = 0;
  private patience = 0;

  /**
   * `cellOf` is, for each column, its cell's place in a record, which with its line break is no longer than `longest`.
   * Null where columns look at every cell, or there is no WebAssembly.
   */
  static of(rows: Rows, layout: Layout, cellOf: readonly number[], longest: number): PlainRecords | null {
    if (rows.columns.some(({ kind }) => kind === "hint")) return null;
    const laid = laidOut(cellsIn(layout), rows.columns.length);
    if (laid === null || (layout.kind === "objects" && !separate(laid, layout.before))) return null;
    return new PlainRecords(rows, layout, cellOf, longest, laid);
  }

  private constructor(rows: Rows, layout: Layout, cellOf: readonly number[], longest: number, laid: Laid) {
    this.rows = rows;
    this.layout = layout;
    this.longest = longest;
    this.laid = laid;
    this.window = new Uint8Array(laid.instance.memory, laid.windowAt, WINDOW_BYTES + 1);
    for (const [index, column] of rows.columns.entries()) {
      const page = laid.pages[index]!;
      if (column.kind === "hint") continue;
      gather(laid, cellOf[index]!, column.kind, page);
      if (column.kind === "number") this.numbers.push({ column, values: numbersOn(page, laid) });
      else this.texts.push({ index, column, codes: codesOn(page, laid), page });
    }
  }

  /** To be called with each block, of which records will be read from `from` on. */
  show(bytes: Uint8Array, from: number, end: number): void {
    this.bytes = bytes;
    this.end = end;
    this.patience = PATIENCE;
    this.look(from);
  }

  /** Reads the records from `at` on as rows, the first in that line; returns where the next one starts. */
  read(at: number, line: number): number {
    if (this.patience < 0) return at;
    if (at >= this.until) {
      if (this.until === this.end) return at;
      this.look(at);
    }
    const { instance, windowAt } = this.laid;
    const shift = windowAt - this.from;
    const next = this.readFrom(at + shift, this.until + shift) - shift;
    const taken = instance.exports.taken.value;
    this.patience = Math.min(this.patience + taken / ROWS_WORTH_A_CALL - 1, PATIENCE);
    if (taken > 0) this.fill(taken, line);
    return next;
  }

  /**
   * Makes the texts known of a record that was read otherwise and is about to be complete. `placeOf` is, for each
   * column, where in `starts` and `ends` its cell is.
   */
  learn(starts: ArrayLike<number>, ends: ArrayLike<number>, placeOf: readonly number[]): void {
    if (this.patience < 0) return;
    const shift = this.laid.windowAt - this.from;
    for (const { index, column, page } of this.texts) {
      const [start, end] = [starts[placeOf[index]!]!, ends[placeOf[index]!]!];
      const code = column.codeAt(this.rows.count);
      if (code >= 0 && start < end && start >= this.from && end <= this.until) {
        this.laid.instance.exports.learn(page, start + shift, end + shift, code);
      }
    }
  }

  /** To be called when there are no more blocks. */
  close(): void {
    this.patience = -1;
    handBack(this.laid);
  }

  private readFrom(at: number, end: number): number {
    const { layout, longest } = this;
    const reader = this.laid.instance.exports;
    switch (layout.kind) {
      case "delimited":
        return reader.readDelimited(at, end, layout.cells, longest, layout.delimiter);
      case "objects":
        return reader.readObjects(at, end, cellsIn(layout), longest);
    }
  }

  private fill(taken: number, line: number): void {
    const { rows } = this;
    for (const { column, values } of this.numbers) {
      column.addValues(rows.count, values.subarray(0, taken), line);
    }
    for (const { column, codes } of this.texts) column.addCodes(rows.count, codes.subarray(0, taken));
    rows.complete(taken);
  }

  private look(from: number): void {
    this.from = from;
    this.until = Math.min(from + WINDOW_BYTES, this.end);
    this.window.set(this.bytes.subarray(from, this.until));
    this.window[this.until - from] = LINE_FEED;
  }
}

function cellsIn(layout: Layout): number {
  return layout.kind === "delimited" ? layout.cells : layout.before.length - 1;
}
