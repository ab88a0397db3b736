import { startOf } from "../../documents/place.ts";
import type { Table, TableFormat } from "../../tables/table.ts";
import type { Frame } from "../frame.ts";
import type { AnalysisRequest } from "./request.ts";

/** A file as the analysis says it was read. */
export interface FileFacts {
  readonly path: string;
  readonly format: TableFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** One file, read: the columns of the request that it has. */
export interface Population {
  readonly file: Omit<FileFacts, "rows">;
  readonly table: Table;
}

export function factsOf({ file, table }: Population): FileFacts {
  return { ...file, rows: table.rows };
}

/** The population as what samples are made from; the request plays the part of a card's `columns`. */
export function frameOf({ file, table }: Population, request: AnalysisRequest): Frame {
  const { label, prediction, score, scores, weight, segments, entity, id } = request;
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
    roles: { id, entity, time: null, label, prediction, score, weight, count: null, scores, segments },
    table,
  };
}
