import type { Caps } from "../../workspace/caps.ts";
import type { BlockParser } from "../blocks.ts";
import { nulByte } from "../encoding.ts";
import { PlainRecords } from "../plain/plain-records.ts";
import type { Rows } from "../rows.ts";
import { frameOf } from "./frame.ts";
import { ABSENT, ESCAPED_TEXT, JsonRow, NESTED, NULL } from "./row.ts";
import { unescaped } from "./text.ts";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** So many rows may have no frame before none is looked for. */
const FRAMES_TRIED = 8;

/**
 * The lines of one JSON Lines file into rows. Numbers keep their digits in a text column; a string in a
 * number column is read as a cell of a CSV file would be. A key that is absent or null is missing.
 */
export class JsonlParser implements BlockParser {
  private readonly rows: Rows;
  private readonly row: JsonRow;
  /** For each column of `rows`, which key of `row` fills it. */
  private readonly keyOf: readonly number[];
  private readonly seen: boolean[];
  private readonly longest: number;
  private plain: PlainRecords | null = null;
  private framesTried = 0;
  private line = 1;
  private skipping = false;
  private scratch = new Uint8Array(256);

  constructor(rows: Rows, caps: Caps) {
    const names = [...new Set(rows.columns.map(({ name }) => name))];
    this.rows = rows;
    this.row = new JsonRow(names, caps.documentDepth);
    this.keyOf = rows.columns.map(({ name }) => names.indexOf(name));
    this.seen = names.map(() => false);
    this.longest = caps.tableLineBytes;
  }

  /** The wanted keys that no row had. */
  get neverSeen(): readonly string[] {
    return this.row.names.filter((_, key) => !this.seen[key]);
  }

  parse(bytes: Uint8Array, end: number, last: boolean): number {
    let at = 0;
    this.plain?.show(bytes, 0, end);
    while (at < end) {
      const beyond = this.skipping ? at : this.readPlain(at);
      if (beyond > at) {
        at = beyond;
        continue;
      }
      const feed = bytes.indexOf(LINE_FEED, at);
      if (feed === end && !last) {
        if (!this.skipping && end - at <= this.longest + 1) return at;
        this.skipping = true;
        return end;
      }
      if (this.skipping || lengthOf(bytes, at, feed) > this.longest) {
        this.rejectLong();
      } else {
        const before = this.rows.count;
        this.take(bytes, at, feed);
        if (this.plain === null && this.framesTried < FRAMES_TRIED && this.rows.count > before) {
          this.frame(bytes, at, feed, end);
        }
      }
      this.line++;
      at = feed + 1;
    }
    if (last && this.skipping) this.rejectLong();
    if (last) this.plain?.close();
    return Math.min(at, end);
  }

  private readPlain(at: number): number {
    const { rows, plain } = this;
    if (plain === null) return at;
    const before = rows.count;
    const beyond = plain.read(at, this.line);
    this.line += rows.count - before;
    return beyond;
  }

  /** Takes a row's frame for that of the rows to come. */
  private frame(bytes: Uint8Array, start: number, feed: number, end: number): void {
    const { rows } = this;
    this.framesTried++;
    const frame = frameOf(bytes, start, feed);
    const cellOf = rows.columns.map(({ name }) => frame?.keys.indexOf(name) ?? -1);
    if (frame === null || cellOf.includes(-1)) return;
    const layout = { kind: "objects", before: frame.before } as const;
    // A line feed is not counted as part of a line.
    this.plain = PlainRecords.of(rows, layout, cellOf, this.longest + 1);
    this.plain?.show(bytes, feed + 1, end);
  }

  private take(bytes: Uint8Array, start: number, end: number): void {
    if (isBlank(bytes, start, end)) return;
    const problem = this.row.scan(bytes, start, end) ?? this.unfit(bytes);
    if (problem === null) this.fill(bytes);
    else if (bytes.subarray(start, end).includes(0)) throw nulByte(this.line);
    else this.rows.reject(this.line, problem);
  }

  /** Why a row that is JSON cannot be a row of these columns; found before any column has its cell. */
  private unfit(bytes: Uint8Array): string | null {
    if (this.row.plain) return null;
    const { kinds, starts, ends } = this.row;
    for (const [index, column] of this.rows.columns.entries()) {
      const key = this.keyOf[index]!;
      if (kinds[key] === NESTED && column.kind === "text")
        return `"${column.name}" holds a list or an object`;
      if (kinds[key] !== ESCAPED_TEXT) continue;
      this.reserve(ends[key]! - starts[key]!);
      if (unescaped(bytes, starts[key]!, ends[key]!, this.scratch) < 0)
        return `"${column.name}" is not Unicode text`;
    }
    return null;
  }

  private fill(bytes: Uint8Array): void {
    const { rows, line, scratch } = this;
    const { kinds, starts, ends } = this.row;
    for (let index = 0; index < rows.columns.length; index++) {
      const column = rows.columns[index]!;
      const key = this.keyOf[index]!;
      const kind = kinds[key]!;
      if (kind !== ABSENT) this.seen[key] = true;
      if (kind === ABSENT || kind === NULL) column.addMissing(rows.count, line);
      else if (kind === NESTED && column.kind !== "text") column.addInvalid(rows.count, line);
      else if (kind === ESCAPED_TEXT) {
        const length = unescaped(bytes, starts[key]!, ends[key]!, scratch);
        column.add(rows.count, scratch, 0, length, line);
      } else column.add(rows.count, bytes, starts[key]!, ends[key]!, line);
    }
    if (this.row.plain) this.plain?.learn(starts, ends, this.keyOf);
    rows.complete();
  }

  private rejectLong(): void {
    this.rows.reject(this.line, `a line is longer than ${this.longest} bytes`);
    this.skipping = false;
  }

  private reserve(length: number): void {
    if (this.scratch.length < length) this.scratch = new Uint8Array(2 * length);
  }
}

function lengthOf(bytes: Uint8Array, start: number, feed: number): number {
  return feed - start - (bytes[feed - 1] === RETURN && feed > start ? 1 : 0);
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== RETURN) return false;
  }
  return true;
}
