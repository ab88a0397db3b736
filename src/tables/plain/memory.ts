import { hasRoom, instanceOf, type Memory, PAGE } from "../../assembly/instance.ts";
import { BLOCK_BYTES } from "../blocks.ts";
import { POWERS } from "../numeral.ts";
import { PLAIN_RECORDS } from "./plain-records-code.ts";

/** The functions of plain-records.wat, which says what they do and how their memory is laid out. */
export interface PlainReader {
  readonly memory: Memory;
  readonly taken: { value: number };
  readonly seed: { value: number };
  readDelimited(at: number, end: number, cells: number, longest: number, delimiter: number): number;
  readObjects(at: number, end: number, cells: number, longest: number): number;
  learn(texts: number, start: number, end: number, code: number): void;
}

/** A window on the file is as wide as a block usually is. */
export const WINDOW_BYTES = BLOCK_BYTES;
const MOST_ROWS = 8192;
const POWERS_AT = 64;
const CELLS_AT = 256;
const CELL_WORDS = 4;
const MOST_CELLS = 2048;
/** A page for each is little beside so many columns of a large table, and much beside more of a small one. */
const MOST_COLUMNS = 64;
const BEFORE_AT = CELLS_AT + 4 * CELL_WORDS * (MOST_CELLS + 1);
const SLOTS_END = 16_400;
/** The line feed behind a window, and what may be read behind that. */
const SLACK = 64;

/** A reader whose memory is laid out for records of so many cells, and for so many columns. */
export interface Laid {
  readonly reader: PlainReader;
  /** Four words for each cell and for what ends a record. */
  readonly cells: Int32Array;
  /** Where each column's page is. */
  readonly pages: readonly number[];
  readonly windowAt: number;
}

let idle: PlainReader | null | undefined;

/** Null where there is no WebAssembly, or not so much memory. */
export function laidOut(cells: number, columns: number): Laid | null {
  if (cells > MOST_CELLS || columns > MOST_COLUMNS) return null;
  const reader = idle ?? (idle === null ? null : instanceOf<PlainReader>(PLAIN_RECORDS));
  idle = reader === null ? null : undefined;
  const windowAt = (1 + columns) * PAGE;
  if (reader === null || !hasRoom(reader.memory, windowAt + WINDOW_BYTES + SLACK)) return null;
  const { buffer } = reader.memory;
  const pages = Array.from({ length: columns }, (_, column) => (1 + column) * PAGE);
  new Float64Array(buffer, POWERS_AT, POWERS.length).set(POWERS);
  for (const page of pages) new Uint8Array(buffer, page, SLOTS_END).fill(0);
  reader.seed.value = (Math.random() * 2 ** 32) | 0;
  const words = new Int32Array(buffer, CELLS_AT, CELL_WORDS * (cells + 1)).fill(0);
  return { reader, cells: words, pages, windowAt };
}

/** Hands back a reader that nobody will use any more, for the next file. */
export function handBack({ reader }: Laid): void {
  idle = reader;
}

/** Notes on which page a cell's numbers or texts are gathered. */
export function gather(laid: Laid, cell: number, kind: "number" | "text", page: number): void {
  laid.cells[CELL_WORDS * cell + (kind === "number" ? 0 : 1)] = page;
}

/** Notes what stands before each cell, and at the end of a record; false when that is too much. */
export function separate({ reader, cells }: Laid, before: readonly Uint8Array[]): boolean {
  let at = BEFORE_AT;
  for (const [cell, bytes] of before.entries()) {
    const room = 8 * Math.ceil(bytes.length / 8);
    if (at + room > PAGE) return false;
    const place = new Uint8Array(reader.memory.buffer, at, room).fill(0);
    place.set(bytes);
    cells[CELL_WORDS * cell + 2] = at;
    cells[CELL_WORDS * cell + 3] = bytes.length;
    at += room;
  }
  return true;
}

/** The numbers of a page, a row each. */
export function numbersOn(page: number, { reader }: Laid): Float64Array {
  return new Float64Array(reader.memory.buffer, page, MOST_ROWS);
}

/** The codes of a page, a row each. */
export function codesOn(page: number, { reader }: Laid): Int32Array {
  return new Int32Array(reader.memory.buffer, page + SLOTS_END, MOST_ROWS);
}
