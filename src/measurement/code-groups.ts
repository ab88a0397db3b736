import { Grouping, type GroupNumbers, groupNumbers } from "../statistics/grouping.ts";
import { Numbering } from "../statistics/numbering.ts";
import type { Room } from "../statistics/room.ts";
import { inStretches } from "../statistics/stretch.ts";
import type { Codes, TextColumn } from "../tables/table.ts";

/** Rows by the codes that they carry in some columns. */
export interface CodeGroups {
  readonly grouping: Grouping;
  /** By group, which may have no rows: its codes as "code,code", -1 where missing. */
  readonly labels: readonly string[];
}

/** So many combinations of codes are counted whether rows have them or not; of more, only those that rows have. */
const FEW = 65_536;

/** In arrays of the room. */
export function codeGroups(columns: readonly TextColumn[], rows: number, room: Room): CodeGroups {
  const combinations = columns.reduce((product, { dictionary }) => product * (dictionary.length + 1), 1);
  const groupOf = groupNumbers(rows, combinations, room).fill(0);
  let labels: readonly string[] = [""];
  for (const { codes, dictionary } of columns) {
    const width = dictionary.length + 1;
    const numbering = labels.length * width <= FEW ? null : new Numbering(labels.length * width);
    inStretches(rows, (start, end) =>
      numbering === null
        ? combine(groupOf, codes, width, start, end)
        : combineMany(groupOf, codes, width, start, end, numbering),
    );
    const keys = numbering?.keys ?? Array.from({ length: labels.length * width }, (_, key) => key);
    labels = keys.map((key) => labelOf(labels[Math.floor(key / width)]!, (key % width) - 1));
  }
  return { grouping: new Grouping(groupOf, labels.length, room), labels };
}

/** By the one of several columns at this place, put together from the groups by all of them. */
export function byColumn(
  { grouping, labels }: CodeGroups,
  place: number,
  { dictionary }: TextColumn,
  room: Room,
): CodeGroups {
  const groupOf = Int32Array.from(labels, (label) => Number(label.split(",")[place]) + 1);
  return {
    grouping: grouping.putTogether(groupOf, dictionary.length + 1, room),
    labels: Array.from({ length: dictionary.length + 1 }, (_, group) => String(group - 1)),
  };
}

function labelOf(before: string, code: number): string {
  return before === "" ? String(code) : `${before},${code}`;
}

function combine(groupOf: GroupNumbers, codes: Codes, width: number, start: number, end: number): void {
  for (let row = start; row < end; row++) groupOf[row] = groupOf[row]! * width + codes[row]! + 1;
}

function combineMany(
  groupOf: GroupNumbers,
  codes: Codes,
  width: number,
  start: number,
  end: number,
  numbering: Numbering,
): void {
  for (let row = start; row < end; row++) {
    groupOf[row] = numbering.numberOf(groupOf[row]! * width + codes[row]! + 1);
  }
}
