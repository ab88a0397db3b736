import { startOf } from "../../documents/place.ts";
import { rowsIn } from "../../statistics/frequency.ts";
import { numberColumn, type Table, type TableFormat } from "../../tables/table.ts";
import type { Frame } from "../frame.ts";
import type { AnalysisRequest } from "./request.ts";

/** A file as the analysis says it was read. */
export interface FileFacts {
  readonly path: string;
  readonly format: TableFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** The lines that the rows were counted in; null where each line is one row. */
  readonly lines: number | null;
}

/** One file, read: the columns of the request that it has. */
export interface Population {
  readonly file: Omit<FileFacts, "rows" | "lines">;
  readonly table: Table;
}

export function factsOf({ file, table }: Population, { count }: AnalysisRequest): FileFacts {
  if (count === null) return { ...file, rows: table.rows, lines: null };
  const counts = numberColumn(table, count)?.values ?? null;
  return { ...file, rows: rowsIn(counts, table.rows), lines: table.rows };
}

/** The population as what samples are made from; the request plays the part of a card's `columns`. */
export function frameOf({ file, table }: Population, request: AnalysisRequest): Frame {
  return {
    evidence: {
      id: file.path,
      kind: "predictions",
      split: null,
      dataset: null,
      declared: null,
      sha256: null,
      rows: null,
      at: startOf(file.path),
      files: [file.path],
      content: { kind: "undeclared" },
    },
    roles: request,
    table,
  };
}
