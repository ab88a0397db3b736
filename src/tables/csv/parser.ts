import type { BlockParser } from "../blocks.ts";
import type { ColumnBuilder } from "../column-builder.ts";
import { nulByte } from "../encoding.ts";
import { PlainRecords } from "../plain/plain-records.ts";
import type { Rows } from "../rows.ts";
import { undoubled } from "./cell.ts";
import { type CsvDialect, isBlankLine } from "./dialect.ts";
import { CsvRecord, INCOMPLETE } from "./record.ts";
import { CsvSkip } from "./skip.ts";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** A record's own line break does not count towards its length. */
const BREAK_BYTES = 2;

/**
 * The records of one CSV file, its header first, into rows. Text is kept as written, spaces included; an
 * empty unquoted field is missing, an empty quoted one is the empty text. Blank lines are passed over.
 */
export class CsvParser implements BlockParser {
  private readonly rows: Rows;
  private readonly fieldOf: readonly number[];
  private readonly width: number;
  private readonly longest: number;
  private readonly tooLong: string;
  private readonly record: CsvRecord;
  private readonly delimiter: number;
  private readonly plain: PlainRecords | null;
  private headerSeen = false;
  private line = 1;
  private skipping: CsvSkip | null = null;
  private scratch = new Uint8Array(256);

  /** `fieldOf` gives, for each column of `rows`, its field's place in the header. */
  constructor(dialect: CsvDialect, fieldOf: readonly number[], rows: Rows, longest: number) {
    this.rows = rows;
    this.fieldOf = fieldOf;
    this.width = dialect.names.length;
    this.longest = longest + BREAK_BYTES;
    this.tooLong = `a record is longer than ${longest} bytes`;
    this.delimiter = dialect.delimiter;
    this.record = new CsvRecord(dialect.delimiter, this.width);
    const layout = { kind: "delimited", delimiter: this.delimiter, cells: this.width } as const;
    this.plain = PlainRecords.of(rows, layout, fieldOf, this.longest);
  }

  parse(bytes: Uint8Array, end: number, last: boolean): number {
    const { record, longest } = this;
    let at = this.skipping ? this.goOnSkipping(bytes, 0, end, last) : 0;
    this.plain?.show(bytes, at, end);
    while (at < end) {
      const beyond = this.headerSeen ? this.readPlain(at) : at;
      if (beyond > at) {
        at = beyond;
        continue;
      }
      if (isBlankLine(bytes, at)) {
        if (bytes[at] === RETURN && at + 1 === end && !last) return at;
        at += bytes[at] === RETURN && bytes[at + 1] === LINE_FEED && at + 1 < end ? 2 : 1;
        this.line++;
        continue;
      }
      const next = record.scan(bytes, at, end, last);
      if (next === INCOMPLETE) {
        if (end - at <= longest) return at;
        this.skipping = new CsvSkip(this.delimiter);
        at = this.goOnSkipping(bytes, at, end, last);
        continue;
      }
      if (record.problem === "nul") throw nulByte(this.line);
      this.take(bytes, next - at);
      this.line += record.lines;
      at = next;
    }
    if (last) this.plain?.close();
    return at;
  }

  private readPlain(at: number): number {
    const { rows, plain } = this;
    if (plain === null) return at;
    const before = rows.count;
    const beyond = plain.read(at, this.line);
    this.line += rows.count - before;
    return beyond;
  }

  private take(bytes: Uint8Array, length: number): void {
    const { record, rows, line } = this;
    if (record.problem === "open-quote") rows.reject(line, OPEN_QUOTE, record.lines + 1);
    else if (length > this.longest) rows.reject(line, this.tooLong);
    else if (!this.headerSeen) this.headerSeen = true;
    else if (record.problem === "text-after-quote") rows.reject(line, "text follows a closing quote");
    else if (record.fields !== this.width) {
      rows.reject(line, `a record has ${record.fields} fields where the header has ${this.width}`);
    } else this.fill(bytes);
  }

  private fill(bytes: Uint8Array): void {
    const { record, rows, fieldOf, line } = this;
    const { columns } = rows;
    for (let index = 0; index < columns.length; index++) {
      const field = fieldOf[index]!;
      const start = record.starts[field]!;
      const end = record.ends[field]!;
      const quoting = record.quoting[field]!;
      const column = columns[index]!;
      if (quoting === 2) this.addUndoubled(column, bytes, start, end);
      else if (start === end && quoting === 0) column.addMissing(rows.count, line);
      else column.add(rows.count, bytes, start, end, line);
    }
    if (!record.quoting.includes(2)) this.plain?.learn(record.starts, record.ends, fieldOf);
    rows.complete();
  }

  private addUndoubled(column: ColumnBuilder, bytes: Uint8Array, start: number, end: number): void {
    if (this.scratch.length < end - start) this.scratch = new Uint8Array(2 * (end - start));
    const length = undoubled(bytes, start, end, this.scratch);
    column.add(this.rows.count, this.scratch, 0, length, this.line);
  }

  private goOnSkipping(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    const skipping = this.skipping!;
    const next = skipping.skip(bytes, from, end);
    if (skipping.sawNul) throw nulByte(this.line);
    if (next < 0 && !last) return end;
    if (skipping.inQuotes) this.rows.reject(this.line, OPEN_QUOTE, skipping.lines + 1);
    else this.rows.reject(this.line, this.tooLong);
    this.line += skipping.lines;
    this.skipping = null;
    return next < 0 ? end : next;
  }
}

const OPEN_QUOTE = "a quote is opened and never closed; every line after it is lost";
