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

/** What is wrong and what to do, before it is known in which file. */
export interface Complaint {
  readonly failed: TableFailureCode;
  readonly line?: number;
  readonly says: string;
  readonly fix: string;
}

/** Leaves the depths of a reader with a failure; it never leaves this room. */
export class TableFault extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.says);
    this.complaint = complaint;
  }
}

export function isTableFailure(read: object): read is TableFailure {
  return "failed" in read;
}

export function failureOf(thrown: unknown, path: string): TableFailure {
  const complaint = complaintOf(thrown);
  return {
    failed: complaint.failed,
    path,
    line: complaint.line ?? null,
    says: complaint.says,
    fix: complaint.fix,
  };
}

function complaintOf(thrown: unknown): Complaint {
  if (thrown instanceof TableFault) return thrown.complaint;
  if (thrown instanceof RangeError) {
    return {
      failed: "over-cap",
      says: "The table needs more memory than there is.",
      fix: "Split it, or keep only the columns and rows that the card refers to.",
    };
  }
  return {
    failed: "unreadable",
    says: "The file could not be read to its end.",
    fix: "Check that nothing writes to it during the run, and that it opens elsewhere.",
  };
}
