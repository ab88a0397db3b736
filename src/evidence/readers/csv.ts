import { cellText } from "../../tables/csv/cell.ts";
import { isBlankLine } from "../../tables/csv/dialect.ts";
import { CsvRecord } from "../../tables/csv/record.ts";

/** One record of a CSV file, with the line that it begins on. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SAMPLE_LENGTH = 64 * 1024;

/**
 * The records of a small CSV file, its header first; blank lines are passed over.
 * @throws RangeError when a record has more than `most` fields, or an open quote
 */
export function* csvLines(text: string, most: number): Generator<CsvLine> {
  const bytes = Buffer.from(text.endsWith("\n") ? text : `${text}\n`);
  const end = bytes.length - 1;
  const record = new CsvRecord(COMMA, most);
  let line = 1;
  for (let at = 0; at < end; ) {
    if (isBlankLine(bytes, at)) {
      at += bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1;
      line++;
      continue;
    }
    const next = record.scan(bytes, at, end, true);
    if (record.problem !== null) throw new RangeError(`line ${line} is no CSV: ${record.problem}`);
    if (record.fields > most) throw new RangeError(`line ${line} has more than ${most} fields`);
    const cells = Array.from({ length: record.fields }, (_, field) => cellText(bytes, record, field));
    yield { line, cells };
    at = next >= end ? end : next;
    line += Math.max(record.lines, 1);
  }
}

/** The first record of a text, for detection; empty when it is none. */
export function csvHeader(text: string): readonly string[] {
  const [first = ""] = text.slice(0, SAMPLE_LENGTH).split("\n", 1);
  if (first.length === SAMPLE_LENGTH) return [];
  try {
    for (const { cells } of csvLines(first, SAMPLE_LENGTH)) return cells;
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  return [];
}

/** A finite number, or null for a cell that is none. */
export function csvNumber(cell: string): number | null {
  return NUMERAL.test(cell) && Number.isFinite(Number(cell)) ? Number(cell) : null;
}

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
