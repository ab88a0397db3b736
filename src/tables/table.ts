/**
 * Where cells of one kind were met: how many, and the first few 1-based lines (rows, in Parquet).
 * A record over several lines is known by its first. The lines are those of one file, `path`: of several
 * shards, the first that has any.
 */
export interface Spots {
  readonly count: number;
  readonly first: readonly number[];
  readonly path?: string;
}

/** Numbers; a missing or unreadable cell is NaN and is counted in one of the three spots. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
  readonly missing: Spots;
  /** Text that is no number, an integer that a double cannot hold, a date, a list. */
  readonly invalid: Spots;
  /** NaN or an infinity, written out, or a number too large for a double. */
  readonly nonFinite: Spots;
  /** Of a column of counts: numbers that are no whole number from 1 to 2^53; in a column of numbers there are none. */
  readonly uncountable?: Spots;
}

/** As narrow as the codes allow: the columns of a large table are most of what stands in memory. */
export type Codes = Int8Array | Int16Array | Int32Array;

/** Text, dictionary-encoded: `dictionary[codes[row]]`, -1 where missing. Codes follow first appearance. */
export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  readonly codes: Codes;
  readonly dictionary: readonly string[];
  readonly missing: Spots;
}

export type Column = NumberColumn | TextColumn;

export type ColumnKind = Column["kind"];

/** One column to read. The same column may be asked for under both kinds. */
export interface ColumnRequest {
  readonly column: string;
  readonly as: ColumnKind;
  /** The most distinct values that a text column may have; without it, as many as there are rows. */
  readonly distinct?: number;
  /** Its numbers say how many rows a line stands for. */
  readonly counts?: boolean;
}

/** The columns that were asked for, over all shards in path order, keyed by `columnKey(column, as)`. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Rows that could not be read as rows (ragged, not JSON, too long); they are in no column. */
  readonly badRows: Spots & { readonly why: string };
}

export type TableFormat = "csv" | "jsonl" | "parquet";

export interface HeaderColumn {
  readonly name: string;
  /** As the format declares it, or as the first rows look. A hint for messages, never for numbers. */
  readonly type: "number" | "text" | "boolean" | "unknown";
}

export interface Header {
  readonly format: TableFormat;
  readonly columns: readonly HeaderColumn[];
}

export function columnKey(column: string, as: ColumnKind): string {
  return `${as}:${column}`;
}

export function numberColumn(table: Table, name: string): NumberColumn | null {
  const column = table.columns.get(columnKey(name, "number"));
  return column?.kind === "number" ? column : null;
}

export function textColumn(table: Table, name: string): TextColumn | null {
  const column = table.columns.get(columnKey(name, "text"));
  return column?.kind === "text" ? column : null;
}
