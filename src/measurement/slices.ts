import { Numbering } from "../statistics/numbering.ts";
import { Room } from "../statistics/room.ts";
import type { TextColumn } from "../tables/table.ts";
import { type Frame, texts } from "./frame.ts";
import type { Slice } from "./need.ts";
import type { Unmeasured } from "./result.ts";

/** Row numbers of one slice; null means every row. */
export type Rows = Int32Array | null;

/** Slices in the order of these keys come column by column, and then group by group. */
export function sliceKey(slice: Slice): string {
  const names = Object.keys(slice).sort();
  return JSON.stringify([names, names.map((name) => slice[name])]);
}

/** Finds the rows of slices: one pass per set of segment columns, of which the latest is kept. */
export class Slicer {
  readonly #frame: Frame;
  #grouped = "";
  #grouping: ReadonlyMap<string, Int32Array> = new Map();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  rowsOf(slice: Slice): Rows | Unmeasured {
    const names = Object.keys(slice).sort();
    if (names.length === 0) return null;
    const columns: TextColumn[] = [];
    for (const name of names) {
      const column = texts(this.#frame, name);
      if (!column) return cannotSlice(`the table has no column "${name}"`);
      columns.push(column);
    }
    const codes = columns.map((column, index) => column.dictionary.indexOf(slice[names[index]!]!));
    // -1 is also the code of a missing cell: a value that no row has must not mean the rows that have none.
    if (codes.includes(-1)) return NO_ROWS;
    const key = JSON.stringify(names);
    if (key !== this.#grouped) this.#grouping = groupRows(columns, this.#frame.table.rows);
    this.#grouped = key;
    return this.#grouping.get(codes.join()) ?? NO_ROWS;
  }
}

const NO_ROWS = new Int32Array(0);

/** So many combinations of codes are counted whether rows have them or not; of more, only those that rows have. */
const FEW = 65_536;
const IN_A_BYTE = 256;

/**
 * Rows by the combination of codes they carry, as "code,code", -1 where missing, in an array of the room. Two
 * passes: count, then fill.
 */
export function groupRows(
  columns: readonly TextColumn[],
  rows: number,
  room = new Room(),
): ReadonlyMap<string, Int32Array> {
  const combinations = columns.reduce((product, { dictionary }) => product * (dictionary.length + 1), 1);
  const groupOf = (combinations <= IN_A_BYTE ? room.bytes(rows) : room.integers(rows)).fill(0);
  let labels: readonly string[] = [""];
  for (const { codes, dictionary } of columns) {
    const width = dictionary.length + 1;
    const numbering = labels.length * width <= FEW ? null : new Numbering(labels.length * width);
    for (let row = 0; row < rows; row++) {
      const combination = groupOf[row]! * width + codes[row]! + 1;
      groupOf[row] = numbering === null ? combination : numbering.numberOf(combination);
    }
    const keys = numbering?.keys ?? Array.from({ length: labels.length * width }, (_, key) => key);
    labels = keys.map((key) => labelOf(labels[Math.floor(key / width)]!, (key % width) - 1));
  }
  return rowsBy(groupOf, labels, room);
}

function labelOf(before: string, code: number): string {
  return before === "" ? String(code) : `${before},${code}`;
}

function rowsBy(groupOf: Uint8Array | Int32Array, labels: readonly string[], room: Room) {
  const ends = new Int32Array(labels.length);
  for (let row = 0; row < groupOf.length; row++) ends[groupOf[row]!]!++;
  for (let group = 1; group < ends.length; group++) ends[group]! += ends[group - 1]!;
  const starts = Int32Array.from(ends, (_, group) => (group === 0 ? 0 : ends[group - 1]!));
  const next = starts.slice();
  const members = room.integers(groupOf.length);
  for (let row = 0; row < groupOf.length; row++) members[next[groupOf[row]!]!++] = row;
  const groups = new Map<string, Int32Array>();
  for (const [group, label] of labels.entries()) {
    if (starts[group] !== ends[group]) groups.set(label, members.subarray(starts[group], ends[group]));
  }
  return groups;
}

function cannotSlice(says: string): Unmeasured {
  return { kind: "cannot-tell", says, fix: "name a column of the table in `slice`, or add the column" };
}
