const NUL = 0x00;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** The scan met the end of the bytes before the end of the record. */
export const INCOMPLETE = -1;

export type RecordProblem = "text-after-quote" | "open-quote" | "nul";

/**
 * One record of RFC 4180 at a time: where its fields are, nothing copied. More lenient than the standard
 * in that a quote within an unquoted field is a character like any other, and that a record ends with
 * LF, CRLF or CR.
 */
export class CsvRecord {
  /** Fields of the last record; the first `width` of them are located below. */
  fields = 0;
  /** Line breaks up to the end of the last record. */
  lines = 0;
  problem: RecordProblem | null = null;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 0 unquoted, 1 quoted, 2 quoted with doubled quotes inside. */
  readonly quoting: Uint8Array;
  private readonly delimiter: number;
  private readonly plain = new Uint8Array(256);
  private readonly plainQuoted = new Uint8Array(256);
  /** Beyond it every byte is plain, which is sooner seen than looked up. */
  private readonly lastSpecial: number;
  private doubled = false;

  constructor(delimiter: number, width: number) {
    this.delimiter = delimiter;
    this.starts = new Int32Array(width);
    this.ends = new Int32Array(width);
    this.quoting = new Uint8Array(width);
    this.lastSpecial = Math.max(RETURN, delimiter);
    this.plain.fill(1);
    this.plainQuoted.fill(1);
    for (const special of [NUL, LINE_FEED, RETURN, delimiter]) this.plain[special] = 0;
    for (const special of [NUL, LINE_FEED, RETURN, QUOTE]) this.plainQuoted[special] = 0;
  }

  /** Needs a line feed at `bytes[end]`. Returns where the next record starts, or `INCOMPLETE`. */
  scan(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    const { delimiter, plain, starts, ends, quoting } = this;
    const width = starts.length;
    const top = this.lastSpecial;
    this.begin();
    let fields = 0;
    for (let at = from; ; at++) {
      let start = at;
      let quoted = 0;
      let fieldEnd = -1;
      if (bytes[at] === QUOTE && at < end) {
        start++;
        fieldEnd = this.closingQuote(bytes, start, end, last);
        if (fieldEnd === INCOMPLETE) return INCOMPLETE;
        if (this.problem === "nul") return fieldEnd + 1;
        quoted = this.doubled ? 2 : 1;
        at = Math.min(fieldEnd + 1, end);
        if (at < end && plain[bytes[at]!] === 1) this.problem = "text-after-quote";
      }
      let byte = bytes[at]!;
      while (byte > top || plain[byte] === 1) byte = bytes[++at]!;
      if (fields < width) {
        starts[fields] = start;
        ends[fields] = fieldEnd < 0 ? at : fieldEnd;
        quoting[fields] = quoted;
      }
      fields++;
      if (byte === delimiter && at < end) continue;
      this.fields = fields;
      if (at >= end) return last ? end : INCOMPLETE;
      if (byte === NUL) {
        this.problem = "nul";
        return at + 1;
      }
      if (byte === RETURN && at + 1 === end && !last) return INCOMPLETE;
      this.lines++;
      return byte === RETURN && bytes[at + 1] === LINE_FEED && at + 1 < end ? at + 2 : at + 1;
    }
  }

  private begin(): void {
    this.fields = 0;
    this.lines = 0;
    this.problem = null;
  }

  private closingQuote(bytes: Uint8Array, from: number, end: number, last: boolean): number {
    const { plainQuoted } = this;
    this.doubled = false;
    for (let at = from; ; at++) {
      while (plainQuoted[bytes[at]!] === 1) at++;
      if (at >= end) {
        if (!last) return INCOMPLETE;
        this.problem = "open-quote";
        return end;
      }
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 >= end || bytes[at + 1] !== QUOTE) return at;
        this.doubled = true;
        at++;
      } else if (byte === LINE_FEED) this.lines++;
      else if (byte === RETURN) {
        if (at + 1 >= end || bytes[at + 1] !== LINE_FEED) this.lines++;
      } else {
        // A NUL makes the whole file binary, whatever follows.
        this.problem = "nul";
        return at;
      }
    }
  }
}
