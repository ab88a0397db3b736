import { Room } from "../statistics/room.ts";
import type { TextColumn } from "../tables/table.ts";
import { codeGroups } from "./code-groups.ts";
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

/** Rows by the combination of codes they carry, as "code,code", -1 where missing. */
function groupRows(columns: readonly TextColumn[], rows: number): ReadonlyMap<string, Int32Array> {
  const { grouping, labels } = codeGroups(columns, rows, new Room());
  const groups = new Map<string, Int32Array>();
  for (const [group, label] of labels.entries()) {
    if (grouping.sizes[group] !== 0) groups.set(label, grouping.rowsOf(group));
  }
  return groups;
}

function cannotSlice(says: string): Unmeasured {
  return { kind: "cannot-tell", says, fix: "name a column of the table in `slice`, or add the column" };
}
