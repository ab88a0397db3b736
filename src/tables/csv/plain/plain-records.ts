import type { NumberBuilder } from "../../number-builder.ts";
import type { Rows } from "../../rows.ts";
import type { TextBuilder } from "../../text-builder.ts";
import type { CsvRecord } from "../record.ts";
import { codesOn, handBack, type Laid, laidOut, numbersOn, WINDOW_BYTES } from "./memory.ts";

const LINE_FEED = 0x0a;
/** A call costs about what so many rows gain. */
const ROWS_WORTH_A_CALL = 16;
/** So many calls may come to nothing before the rest of a block is read without. */
const PATIENCE = 64;

interface Shape {
  readonly delimiter: number;
  readonly width: number;
  /** A record is at most so many bytes, its line break with them. */
  readonly longest: number;
  /** For each column, its field's place in the header. */
  readonly fieldOf: readonly number[];
}

interface Numbers {
  readonly column: NumberBuilder;
  readonly values: Float64Array;
}

interface Texts {
  readonly column: TextBuilder;
  readonly field: number;
  readonly codes: Int32Array;
  readonly page: number;
}

/**
 * Reads records that need no second look, many in one call: of one line, without quotes, each number a plain numeral,
 * each text one that its column has had before. Any other record is for the caller to read.
 */
export class PlainRecords {
  private readonly rows: Rows;
  private readonly shape: Shape;
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

  /** Null where columns look at every cell, or there is no WebAssembly. */
  static of(rows: Rows, shape: Shape): PlainRecords | null {
    if (rows.columns.some(({ kind }) => kind === "hint")) return null;
    const laid = laidOut(shape.width, rows.columns.length);
    return laid && new PlainRecords(rows, shape, laid);
  }

  private constructor(rows: Rows, shape: Shape, laid: Laid) {
    this.rows = rows;
    this.shape = shape;
    this.laid = laid;
    this.window = new Uint8Array(laid.reader.memory.buffer, laid.windowAt, WINDOW_BYTES + 1);
    for (const [index, column] of rows.columns.entries()) {
      const [field, page] = [shape.fieldOf[index]!, laid.pages[index]!];
      if (column.kind === "number") {
        laid.fields[2 * field] = page;
        this.numbers.push({ column, values: numbersOn(page, laid) });
      } else if (column.kind === "text") {
        laid.fields[2 * field + 1] = page;
        this.texts.push({ column, field, codes: codesOn(page, laid), page });
      }
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
    const { reader, windowAt } = this.laid;
    const { width, delimiter, longest } = this.shape;
    const shift = windowAt - this.from;
    const next = reader.read(at + shift, this.until + shift, width, delimiter, longest) - shift;
    const taken = reader.taken.value;
    this.patience = Math.min(this.patience + taken / ROWS_WORTH_A_CALL - 1, PATIENCE);
    if (taken > 0) this.fill(taken, line);
    return next;
  }

  /** Makes the texts known of a record that was read otherwise and is about to be complete. */
  learn(record: CsvRecord): void {
    if (this.patience < 0) return;
    const shift = this.laid.windowAt - this.from;
    for (const { column, field, page } of this.texts) {
      const [start, end] = [record.starts[field]!, record.ends[field]!];
      const code = column.codeAt(this.rows.count);
      const isPlain = record.quoting[field] !== 2 && start < end && code >= 0;
      if (isPlain && start >= this.from && end <= this.until) {
        this.laid.reader.learn(page, start + shift, end + shift, code);
      }
    }
  }

  /** To be called when there are no more blocks. */
  close(): void {
    this.patience = -1;
    handBack(this.laid);
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
