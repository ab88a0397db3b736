import type { Place } from "../../../../documents/place.ts";
import { isBlankLine } from "../../../../tables/csv/dialect.ts";
import { CsvRecord } from "../../../../tables/csv/record.ts";

/** A record after the header; `broken` says why it is no row. */
export interface CsvRow {
  /** The cell's text, or null when the column is not there. */
  cell(column: string): string | null;
  readonly broken: string | null;
  readonly at: Place;
}

const COMMA = 0x2c;
const HEADER_LENGTH = 10_000;

/** Names in the first line, for a look at it; null when it is no line of names. */
export function headerOf(text: string): readonly string[] {
  const [line = ""] = text.slice(0, HEADER_LENGTH).split("\n", 1);
  return line.split(",").map((name) => name.trim().replaceAll('"', ""));
}

/** What pandas' `to_csv` writes, record by record. */
export function* rowsOf(text: string, path: string): Generator<CsvRow> {
  const names = headerOf(text);
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!columns.has(name)) columns.set(name, index);
  const bytes = new TextEncoder().encode(`${text}\n`);
  const end = bytes.length - 1;
  const record = new CsvRecord(COMMA, names.length);
  const decoder = new TextDecoder();
  let line = 1;
  for (let at = 0, first = true; at < end; ) {
    if (isBlankLine(bytes, at)) {
      if (bytes[at] === LINE_FEED) line++;
      at++;
      continue;
    }
    const next = record.scan(bytes, at, end, true);
    if (!first) yield rowAt(line);
    line += record.lines;
    first = false;
    at = next;
  }

  function rowAt(number: number): CsvRow {
    return {
      cell(column) {
        const index = columns.get(column);
        if (index === undefined || index >= record.fields) return null;
        return decoder.decode(bytes.subarray(record.starts[index], record.ends[index]));
      },
      broken: brokenBy(record, names.length),
      at: { path, line: number, column: 1, pointer: "" },
    };
  }
}

const LINE_FEED = 0x0a;

function brokenBy({ problem, fields }: CsvRecord, width: number): string | null {
  if (problem === "open-quote") return "a quote is opened and never closed";
  if (problem !== null) return "it is no CSV";
  return fields === width ? null : `it has ${fields} fields where the header has ${width}`;
}
