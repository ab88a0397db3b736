/** Where cells of one kind were met: how many, and the first few 1-based lines (rows, in Parquet). */
export interface Spots {
  readonly count: number;
  readonly first: readonly number[];
}

/** Numbers; a missing or unreadable cell is NaN and is counted in one of the three spots. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
  readonly missing: Spots;
  /** Text that is no number. */
  readonly invalid: Spots;
  /** NaN or an infinity, written out. */
  readonly nonFinite: Spots;
}

/** Text, dictionary-encoded: `dictionary[codes[row]]`, -1 where missing. Codes follow first appearance. */
export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  readonly missing: Spots;
}

export type Column = NumberColumn | TextColumn;

export type ColumnKind = Column["kind"];

/** The columns that were asked for, over all shards in path order. */
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
