const NUL = 0x00;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

type Place = "field-start" | "plain" | "quoted" | "after-quote" | "after-return";

/** Passes over one record that is too long to be held, keeping nothing but where in it the scan stands. */
export class CsvSkip {
  lines = 0;
  sawNul = false;
  private place: Place = "field-start";
  private previous = 0;
  private readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  get inQuotes(): boolean {
    return this.place === "quoted";
  }

  /** Where the next record starts, or -1 when the skipped one goes on. */
  skip(bytes: Uint8Array, from: number, end: number): number {
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === NUL) this.sawNul = true;
      if (this.place === "after-return") return byte === LINE_FEED ? at + 1 : at;
      if (this.place === "quoted") {
        if (byte === QUOTE) this.place = "after-quote";
        else if (byte === RETURN || (byte === LINE_FEED && this.previous !== RETURN)) this.lines++;
        this.previous = byte;
      } else if (byte === QUOTE && this.place !== "plain") this.place = "quoted";
      else if (byte === LINE_FEED) {
        this.lines++;
        return at + 1;
      } else if (byte === RETURN) {
        this.lines++;
        this.place = "after-return";
      } else this.place = byte === this.delimiter ? "field-start" : "plain";
    }
    return -1;
  }
}
