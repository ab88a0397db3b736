import type { Caps } from "../workspace/caps.ts";
import type { OpenFile } from "../workspace/tree.ts";
import { failureOf, type TableFailure } from "./failure.ts";
import { NumberBuilder } from "./number-builder.ts";
import { Rows } from "./rows.ts";
import { sampleOf } from "./sample.ts";
import type { Source } from "./source.ts";
import { type ColumnRequest, columnKey, type Table } from "./table.ts";
import { TextBuilder } from "./text-builder.ts";
import { type Reading, readCsv, readJsonl } from "./text-file.ts";

export type { ColumnRequest } from "./table.ts";

type Builder = NumberBuilder | TextBuilder;

/**
 * Reads the columns that are asked for from one table, kept in one file or in several with the same
 * columns, in the order given. Bad rows and bad cells are counted, never dropped in silence; what is
 * wrong with a file as a whole is a failure. Nothing is thrown.
 */
export async function readTable(
  files: readonly OpenFile[],
  request: readonly ColumnRequest[],
  caps: Caps,
  blockBytes?: number,
): Promise<Table | TableFailure> {
  const source: Source = { path: files[0]?.path ?? "", foreseen: 0 };
  try {
    const rows = new Rows(buildersFor(request, source), source, caps);
    const allowance = { bytes: caps.tableInflatedBytes };
    for (const [index, file] of files.entries()) {
      source.path = file.path;
      const shared = { rows, caps, allowance, isShard: index > 0 };
      await readFile(file, blockBytes === undefined ? shared : { ...shared, blockBytes });
    }
    const columns = rows.columns.map((builder) => {
      const column = builder.column(rows.count);
      return [columnKey(column.name, column.kind), column] as const;
    });
    return { rows: rows.count, columns: new Map(columns), badRows: rows.badRows() };
  } catch (thrown) {
    return failureOf(thrown, source.path);
  }
}

async function readFile(file: OpenFile, reading: Reading): Promise<void> {
  const sample = await sampleOf(file, reading.caps);
  switch (sample.format) {
    case "csv":
      return readCsv(file, sample, reading);
    case "jsonl":
      return readJsonl(file, sample, reading);
    case "parquet": {
      // Loaded only when there is a Parquet file: its decoders are as large as everything else here.
      const { readParquet } = await import("./parquet/read.ts");
      return readParquet(file, reading);
    }
  }
}

/** One builder per column and kind, however often it is asked for, and for whatever; the strictest bound counts. */
function buildersFor(request: readonly ColumnRequest[], source: Source): Builder[] {
  const bounds = new Map<string, ColumnRequest>();
  for (const asked of request) {
    const key = columnKey(asked.column, asked.as);
    const known = bounds.get(key);
    if (!known || (asked.distinct ?? Infinity) < (known.distinct ?? Infinity) || asked.counts)
      bounds.set(key, asked);
  }
  return [...bounds.values()].map(({ column, as, distinct = Infinity, counts }) =>
    as === "number" ? new NumberBuilder(column, source, counts) : new TextBuilder(column, source, distinct),
  );
}
