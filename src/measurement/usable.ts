import type { Place } from "../documents/place.ts";
import type { Column, Spots } from "../tables/table.ts";
import { type Frame, flawsOf } from "./frame.ts";
import { cellsAre, counted } from "./number-format.ts";
import type { Unmeasured } from "./result.ts";

/** A number over some of the rows is not the number that was claimed: one unusable cell and the metric cannot be told. */
export function unusable(frame: Frame, columns: readonly Column[]): Unmeasured | null {
  const { badRows } = frame.table;
  const path = frame.evidence.files[0] ?? frame.evidence.id;
  if (badRows.count > 0) {
    return {
      kind: "cannot-tell",
      says: `${counted(badRows.count, "row")} of ${badRows.path ?? path} cannot be read (${badRows.why})`,
      fix: `repair ${lines(badRows)} of ${badRows.path ?? path}`,
    };
  }
  for (const column of columns) {
    const flaw = flawsOf(column)[0];
    if (!flaw) continue;
    return {
      kind: "cannot-tell",
      says: cellsAre(flaw.spots.count, column.name, flaw.says),
      fix:
        flaw.code === "not-a-count"
          ? `correct the counts at ${lines(flaw.spots)} of ${flaw.spots.path ?? path}; what no row has needs no line`
          : `give a value at ${lines(flaw.spots)} of ${flaw.spots.path ?? path}, or take those rows out of the evidence and say so in the card`,
    };
  }
  return null;
}

/** Where the first of the cells stands, when the file can say. */
export function placeIn(path: string, spots: Spots, fallback: Place): Place {
  const line = spots.first[0];
  return line === undefined ? fallback : { path: spots.path ?? path, line, column: 1, pointer: "" };
}

export function lines(spots: Spots): string {
  const shown = spots.first.join(", ");
  const more = spots.count - spots.first.length;
  return `line${spots.first.length === 1 ? "" : "s"} ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
