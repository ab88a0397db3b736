import type { Room } from "./room.ts";
import { inStretches } from "./stretch.ts";

/** As many groups as a byte numbers. */
export const FEW_GROUPS = 256;

/** The number of the group of each row, as narrow as that allows. */
export type GroupNumbers = Uint8Array | Int32Array;

/** Smaller groups that others are put together from: of each of these, the one of those that it is in. */
interface Finer {
  readonly grouping: Grouping;
  readonly groupOf: Int32Array;
}

/** The rows of a whole, each in one group. What nobody asks for is not worked out; arrays stand in the room. */
export class Grouping {
  /** By row. */
  readonly groupOf: GroupNumbers;
  /** By group, which may have none. */
  readonly sizes: Int32Array;
  /** Null where none are known. */
  readonly finer: Finer | null;
  readonly #room: Room;
  #rows: { readonly byGroup: Int32Array; readonly starts: Int32Array } | null = null;

  constructor(groupOf: GroupNumbers, groups: number, room: Room, finer: Finer | null = null) {
    this.groupOf = groupOf;
    this.sizes = finer === null ? sizesOf(groupOf, groups) : sizesFrom(finer, groups);
    this.finer = finer;
    this.#room = room;
  }

  /** So many larger groups: `groupOf` says of each of these the one that it is in. */
  putTogether(groupOf: Int32Array, groups: number, room: Room): Grouping {
    const into = groupNumbers(this.groupOf.length, groups, room);
    inStretches(into.length, (start, end) => look(this.groupOf, groupOf, start, end, into));
    return new Grouping(into, groups, room, { grouping: this, groupOf });
  }

  /** The rows of a group, in their order. */
  rowsOf(group: number): Int32Array {
    this.#rows ??= rowsBy(this.groupOf, this.sizes, this.#room);
    const { byGroup, starts } = this.#rows;
    return byGroup.subarray(starts[group], starts[group]! + this.sizes[group]!);
  }
}

/** Room for the number of the group of each row. */
export function groupNumbers(rows: number, groups: number, room: Room): GroupNumbers {
  return groups <= FEW_GROUPS ? room.bytes(rows) : room.integers(rows);
}

/** Where the rows of each group begin when they stand group by group. */
export function startsOf(sizes: Int32Array): Int32Array {
  const starts = new Int32Array(sizes.length);
  for (let group = 1; group < sizes.length; group++) starts[group] = starts[group - 1]! + sizes[group - 1]!;
  return starts;
}

function sizesOf(groupOf: GroupNumbers, groups: number): Int32Array {
  const sizes = new Int32Array(groups);
  inStretches(groupOf.length, (start, end) => count(groupOf, start, end, sizes));
  return sizes;
}

function sizesFrom({ grouping, groupOf }: Finer, groups: number): Int32Array {
  const sizes = new Int32Array(groups);
  for (let group = 0; group < groupOf.length; group++) sizes[groupOf[group]!]! += grouping.sizes[group]!;
  return sizes;
}

function rowsBy(groupOf: GroupNumbers, sizes: Int32Array, room: Room) {
  const byGroup = room.integers(groupOf.length);
  const starts = startsOf(sizes);
  const next = starts.slice();
  inStretches(groupOf.length, (start, end) => fill(groupOf, start, end, next, byGroup));
  return { byGroup, starts };
}

function count(groupOf: GroupNumbers, start: number, end: number, sizes: Int32Array): void {
  for (let row = start; row < end; row++) sizes[groupOf[row]!]!++;
}

function look(from: GroupNumbers, to: Int32Array, start: number, end: number, into: GroupNumbers): void {
  for (let row = start; row < end; row++) into[row] = to[from[row]!]!;
}

function fill(groupOf: GroupNumbers, start: number, end: number, next: Int32Array, rows: Int32Array): void {
  for (let row = start; row < end; row++) rows[next[groupOf[row]!]!++] = row;
}
