import type { Roles } from "../evidence/roles.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import {
  type Column,
  type NumberColumn,
  numberColumn,
  type Spots,
  type Table,
  type TextColumn,
  textColumn,
} from "../tables/table.ts";

/** One table, read: the columns of its roles and of the segments that the plan asks for. */
export interface Frame {
  readonly evidence: EvidenceTable;
  readonly roles: Roles;
  readonly table: Table;
}

export function numbers(frame: Frame, column: string | null): NumberColumn | null {
  return column === null ? null : numberColumn(frame.table, column);
}

export function texts(frame: Frame, column: string | null): TextColumn | null {
  return column === null ? null : textColumn(frame.table, column);
}

/** Cells that cannot be used, with the words for what they are. */
export interface Flaw {
  readonly code: "missing" | "not-a-number" | "not-finite" | "not-a-count";
  readonly says: string;
  readonly spots: Spots;
}

export function flawsOf(column: Column): readonly Flaw[] {
  const flaws: Flaw[] = [{ code: "missing", says: "empty", spots: column.missing }];
  if (column.kind === "number") {
    flaws.push({ code: "not-a-number", says: "not a number", spots: column.invalid });
    flaws.push({ code: "not-finite", says: "NaN or infinite", spots: column.nonFinite });
    if (column.uncountable)
      flaws.push({ code: "not-a-count", says: "no whole number from 1 to 2^53", spots: column.uncountable });
  }
  return flaws.filter((flaw) => flaw.spots.count > 0);
}
