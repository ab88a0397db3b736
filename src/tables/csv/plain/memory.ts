import { hasRoom, instanceOf, type Memory, PAGE } from "../../../assembly/instance.ts";
import { BLOCK_BYTES } from "../../blocks.ts";
import { POWERS } from "../../numeral.ts";
import { PLAIN_RECORDS } from "./plain-records-code.ts";

/** The functions of plain-records.wat, which says what they do and how their memory is laid out. */
export interface PlainReader {
  readonly memory: Memory;
  readonly taken: { value: number };
  readonly seed: { value: number };
  read(at: number, end: number, width: number, delimiter: number, longest: number): number;
  learn(texts: number, start: number, end: number, code: number): void;
}

/** Rows that a page has room for. */
const MOST_ROWS = 8192;
/** A window on the file is as wide as a block usually is. */
export const WINDOW_BYTES = BLOCK_BYTES;
const POWERS_AT = 64;
const FIELDS_AT = 256;
const SLOTS_END = 16_400;
const MOST_FIELDS = (PAGE - FIELDS_AT) / 8;
/** The line feed behind a window, and what may be read behind that. */
const SLACK = 64;

/** A reader whose memory is laid out for records of so many fields, and for so many columns. */
export interface Laid {
  readonly reader: PlainReader;
  readonly fields: Int32Array;
  /** Where each column's page is. */
  readonly pages: readonly number[];
  readonly windowAt: number;
}

let idle: PlainReader | null | undefined;

/** Null where there is no WebAssembly, or not so much memory. */
export function laidOut(width: number, columns: number): Laid | null {
  if (width > MOST_FIELDS) return null;
  const reader = idle ?? (idle === null ? null : instanceOf<PlainReader>(PLAIN_RECORDS));
  idle = reader === null ? null : undefined;
  const windowAt = (1 + columns) * PAGE;
  if (reader === null || !hasRoom(reader.memory, windowAt + WINDOW_BYTES + SLACK)) return null;
  const { buffer } = reader.memory;
  const pages = Array.from({ length: columns }, (_, column) => (1 + column) * PAGE);
  new Float64Array(buffer, POWERS_AT, POWERS.length).set(POWERS);
  for (const page of pages) new Uint8Array(buffer, page, SLOTS_END).fill(0);
  reader.seed.value = (Math.random() * 2 ** 32) | 0;
  return { reader, fields: new Int32Array(buffer, FIELDS_AT, 2 * width).fill(0), pages, windowAt };
}

/** Hands back a reader that nobody will use any more, for the next file. */
export function handBack({ reader }: Laid): void {
  idle = reader;
}

/** The numbers of a page, a row each. */
export function numbersOn(page: number, { reader }: Laid): Float64Array {
  return new Float64Array(reader.memory.buffer, page, MOST_ROWS);
}

/** The codes of a page, a row each. */
export function codesOn(page: number, { reader }: Laid): Int32Array {
  return new Int32Array(reader.memory.buffer, page + SLOTS_END, MOST_ROWS);
}
