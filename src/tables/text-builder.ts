import { ByteDictionary, NOT_TEXT } from "./dictionary.ts";
import { notUtf8 } from "./encoding.ts";
import { TableFault } from "./failure.ts";
import { roomFor, type Source } from "./source.ts";
import { SpotTally } from "./spots.ts";
import type { Codes, TextColumn } from "./table.ts";
import type { TakesCells } from "./takes-cells.ts";

const MISSING = -1;
/** The largest code that fits into one byte, two and four. */
const WIDEST = [2 ** 7 - 1, 2 ** 15 - 1, 2 ** 31 - 1] as const;

export class TextBuilder implements TakesCells {
  readonly kind = "text";
  readonly name: string;
  private readonly distinct: number;
  private readonly dictionary = new ByteDictionary();
  private readonly missing: SpotTally;
  private readonly source: Source;
  private codes: Codes = new Int8Array(4096);
  private widest = WIDEST[0];

  constructor(name: string, source: Source, distinct: number) {
    this.name = name;
    this.distinct = distinct;
    this.source = source;
    this.missing = new SpotTally(source);
  }

  add(row: number, bytes: Uint8Array, start: number, end: number, line: number): void {
    this.addCode(row, this.codeOf(bytes, start, end, line));
  }

  /** The code of a value that will be added under it, for formats that bring dictionaries of their own. */
  codeOf(bytes: Uint8Array, start: number, end: number, line: number): number {
    const code = this.dictionary.codeOf(bytes, start, end);
    if (code === NOT_TEXT) throw notUtf8(`Column "${this.name}"`, line);
    if (code >= this.distinct) throw new TableFault(tooManyValues(this.name, this.distinct, line));
    return code;
  }

  addCode(row: number, code: number): void {
    if (row >= this.codes.length || code > this.widest) this.makeRoom(row, code);
    this.codes[row] = code;
  }

  /** Codes, which `codeOf` gave, of rows from `row` on; -1 in those that are added as missing besides. */
  addCodes(row: number, codes: Int32Array): void {
    const [last, largest] = [row + codes.length - 1, this.dictionary.size - 1];
    if (last >= this.codes.length || largest > this.widest) this.makeRoom(last, largest);
    this.codes.set(codes, row);
  }

  /** The code of a row that was added; -1 where it is missing. */
  codeAt(row: number): number {
    return this.codes[row]!;
  }

  private makeRoom(row: number, code: number): void {
    const rows = row < this.codes.length ? this.codes.length : roomFor(row, this.source);
    this.widest = WIDEST.find((widest) => Math.max(code, this.widest) <= widest) ?? WIDEST[2];
    const Room = this.widest === WIDEST[0] ? Int8Array : this.widest === WIDEST[1] ? Int16Array : Int32Array;
    const grown = new Room(rows);
    grown.set(this.codes);
    this.codes = grown;
  }

  addMissing(row: number, line: number): void {
    this.missing.mark(line);
    this.addCode(row, MISSING);
  }

  column(rows: number): TextColumn {
    return {
      kind: "text",
      name: this.name,
      codes: this.codes.subarray(0, rows),
      dictionary: this.dictionary.strings(),
      missing: this.missing.spots(),
    };
  }
}

function tooManyValues(column: string, most: number, line: number) {
  return {
    failed: "over-cap",
    line,
    says: `Column "${column}" has more than ${most} distinct values, too many for a label or a segment.`,
    fix: "Check the column's role in the card; group rare values, or put a continuous value into bands.",
  } as const;
}
