import type { Caps } from "../../workspace/caps.ts";
import { TableFault } from "../failure.ts";
import { numeral } from "../numeral.ts";
import { cellText } from "./cell.ts";
import { CsvRecord, INCOMPLETE } from "./record.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const RECORDS_COMPARED = 20;
/** Most tables have no more columns, and room for all that a table may have is dear to clear. */
const USUAL_COLUMNS = 64;

export interface CsvDialect {
  readonly delimiter: number;
  /** Column names as written, less the spaces around unquoted ones. */
  readonly names: readonly string[];
  /** Every name is a number, and they are not the positions that pandas writes when columns have no names. */
  readonly looksLikeData: boolean;
}

interface Candidate {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly agreeing: number;
}

/**
 * Finds the delimiter by splitting the first records with each: it is the one by which most of them have
 * as many fields as the header, and of those the one with most fields. A tie is a failure, not a guess.
 * `sample[end]` is a line feed; `whole` says that the sample is all there is.
 */
export function dialectOf(sample: Uint8Array, end: number, whole: boolean, caps: Caps): CsvDialect {
  const candidates = DELIMITERS.map((delimiter) => split(sample, end, whole, delimiter, caps));
  const splitting = candidates.filter(({ names }) => names.length > 1);
  const ranked = splitting.toSorted(
    (one, other) => other.agreeing - one.agreeing || other.names.length - one.names.length,
  );
  const [best = candidates[0]!, second] = ranked;
  if (second && second.agreeing === best.agreeing && second.names.length === best.names.length) {
    throw new TableFault({
      failed: "unsupported",
      line: 1,
      says: `The first lines can be split at ${quote(best)} as well as at ${quote(second)}.`,
      fix: "Write the file with one delimiter, and quote the fields that contain the other.",
    });
  }
  const { names } = best;
  return { delimiter: best.delimiter.charCodeAt(0), names, looksLikeData: looksLikeData(names) };
}

function split(sample: Uint8Array, end: number, whole: boolean, delimiter: string, caps: Caps): Candidate {
  let record = new CsvRecord(delimiter.charCodeAt(0), USUAL_COLUMNS);
  let names: string[] | null = null;
  let agreeing = 0;
  let at = 0;
  for (let compared = 0; compared < RECORDS_COMPARED && at < end; ) {
    const next = record.scan(sample, at, end, whole);
    if (next === INCOMPLETE) break;
    if (isBlankLine(sample, at)) {
      at = next;
      continue;
    }
    if (record.problem === "nul") break;
    if (names === null && record.fields > USUAL_COLUMNS) {
      record = new CsvRecord(delimiter.charCodeAt(0), caps.tableColumns + 1);
      record.scan(sample, at, end, whole);
    }
    if (names === null) names = namesOf(sample, record, caps);
    else if (record.fields === names.length) agreeing++;
    compared++;
    at = next;
  }
  if (names === null) throw new TableFault(noHeaderLine(caps));
  return { delimiter, names, agreeing };
}

export function isBlankLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x0a || bytes[at] === 0x0d;
}

function namesOf(sample: Uint8Array, record: CsvRecord, caps: Caps): string[] {
  if (record.fields > caps.tableColumns) {
    throw new TableFault({
      failed: "over-cap",
      line: 1,
      says: `The header has more than ${caps.tableColumns} columns.`,
      fix: "Keep the columns that the card names.",
    });
  }
  return Array.from({ length: record.fields }, (_, field) => {
    const text = cellText(sample, record, field);
    return record.quoting[field] === 0 ? text.trim() : text;
  });
}

function looksLikeData(names: readonly string[]): boolean {
  const named = names.filter((name) => name !== "");
  const isNumber = (name: string) => {
    const bytes = Buffer.from(name);
    return !Number.isNaN(numeral(bytes, 0, bytes.length));
  };
  return named.every(isNumber) && !named.every((name, position) => name === String(position));
}

function noHeaderLine(caps: Caps) {
  return {
    failed: "no-header",
    line: 1,
    says: `The first ${caps.tableLineBytes} bytes hold no complete header line.`,
    fix: "Start the file with one line of column names; check that no quote in it is left open.",
  } as const;
}

function quote({ delimiter }: Candidate): string {
  return delimiter === "\t" ? "tabs" : `"${delimiter}"`;
}
