export type TableFailureCode =
  | "empty"
  | "binary"
  | "not-utf8"
  | "no-header"
  | "duplicate-column"
  | "missing-column"
  | "truncated"
  | "unsupported"
  | "over-cap"
  | "pointer-file"
  | "shards-differ"
  | "unreadable";

/** Why a table as a whole could not be read. `line` is 1-based, null where the format has no lines. */
export interface TableFailure {
  readonly failed: TableFailureCode;
  readonly path: string;
  readonly line: number | null;
  readonly says: string;
  readonly fix: string;
}
