import { type Instance, instanceOf, PAGE } from "../../assembly/instance.ts";
import { BLOCK_BYTES } from "../blocks.ts";
import { POWERS } from "../numeral.ts";
import { PLAIN_RECORDS } from "./plain-records-code.ts";

/** The functions of plain-records.wat, which says what they do and how their memory is laid out. */
export interface PlainReader {
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
  readonly instance: Instance<PlainReader>;
  /** Four words for each cell and for what ends a record. */
  readonly cells: Int32Array;
  /** Where each column's page is. */
  readonly pages: readonly number[];
  readonly windowAt: number;
}

let idle: Instance<PlainReader> | null = null;

/** Null where there is no WebAssembly, or not so much memory. */
export function laidOut(cells: number, columns: number): Laid | null {
  if (cells > MOST_CELLS || columns > MOST_COLUMNS) return null;
  const windowAt = (1 + columns) * PAGE;
  const instance = instanceWith(windowAt + WINDOW_BYTES + SLACK);
  if (instance === null) return null;
  const { exports, memory } = instance;
  const pages = Array.from({ length: columns }, (_, column) => (1 + column) * PAGE);
  new Float64Array(memory, POWERS_AT, POWERS.length).set(POWERS);
  for (const page of pages) new Uint8Array(memory, page, SLOTS_END).fill(0);
  exports.seed.value = (Math.random() * 2 ** 32) | 0;
  const words = new Int32Array(memory, CELLS_AT, CELL_WORDS * (cells + 1)).fill(0);
  return { instance, cells: words, pages, windowAt };
}

/** Hands back what nobody will use any more, for the next file. */
export function handBack({ instance }: Laid): void {
  idle = instance;
}

function instanceWith(bytes: number): Instance<PlainReader> | null {
  const known = idle;
  idle = null;
  return known && known.memory.byteLength >= bytes ? known : instanceOf<PlainReader>(PLAIN_RECORDS, bytes);
}

/** Notes on which page a cell's numbers or texts are gathered. */
export function gather(laid: Laid, cell: number, kind: "number" | "text", page: number): void {
  laid.cells[CELL_WORDS * cell + (kind === "number" ? 0 : 1)] = page;
}

/** Notes what stands before each cell, and at the end of a record; false when that is too much. */
export function separate({ instance, cells }: Laid, before: readonly Uint8Array[]): boolean {
  let at = BEFORE_AT;
  for (const [cell, bytes] of before.entries()) {
    const room = 8 * Math.ceil(bytes.length / 8);
    if (at + room > PAGE) return false;
    const place = new Uint8Array(instance.memory, at, room).fill(0);
    place.set(bytes);
    cells[CELL_WORDS * cell + 2] = at;
    cells[CELL_WORDS * cell + 3] = bytes.length;
    at += room;
  }
  return true;
}

/** The numbers of a page, a row each. */
export function numbersOn(page: number, { instance }: Laid): Float64Array {
  return new Float64Array(instance.memory, page, MOST_ROWS);
}

/** The codes of a page, a row each. */
export function codesOn(page: number, { instance }: Laid): Int32Array {
  return new Int32Array(instance.memory, page + SLOTS_END, MOST_ROWS);
}
