import { frequencyFlaw, NEEDS_ROWS, rowsIn } from "../statistics/frequency.ts";
import { type Frame, flawsOf, numbers } from "./frame.ts";
import type { Unmeasured } from "./result.ts";
import { placeIn, unusable } from "./usable.ts";

/** The rows that each line of a table stands for; null where each line is one row. */
export type RowCounts = Float64Array | null;

/** The declared column of counts, which must be whole: a line left out would be many rows left out. */
export function rowCountsOf(frame: Frame): { readonly counts: RowCounts } | Unmeasured {
  if (frame.roles.count === null) return { counts: null };
  const column = numbers(frame, frame.roles.count);
  if (!column) {
    const says = `the table has no column "${frame.roles.count}" of counts`;
    return { kind: "cannot-tell", says, fix: "add the column, or correct `columns: { count: … }`" };
  }
  const flaw = unusable(frame, [column]);
  if (flaw) {
    const { files, at } = frame.evidence;
    const spots = frame.table.badRows.count > 0 ? frame.table.badRows : flawsOf(column)[0]?.spots;
    return { ...flaw, at: spots ? placeIn(files[0] ?? at.path, spots, at) : at };
  }
  const says = frequencyFlaw(column.values);
  if (says === null) return { counts: column.values };
  return { kind: "cannot-tell", says: `column "${column.name}": ${says}`, fix: "correct the counts" };
}

/** The rows of the table: its lines, or the sum of what they count. */
export function rowTotal(frame: Frame, counts: RowCounts): number {
  return rowsIn(counts, frame.table.rows);
}

/** What is in the way of what single rows would tell, for a table of counts. */
export function needsRows(table: string): Unmeasured {
  return {
    kind: "cannot-tell",
    says: `${table} counts rows, and ${NEEDS_ROWS}`,
    fix: "give a table with one line for each row",
  };
}
