import type { Caps } from "../workspace/caps.ts";
import type { OpenFile } from "../workspace/tree.ts";
import { dialectOf } from "./csv/dialect.ts";
import { CsvParser } from "./csv/parser.ts";
import { failureOf, type TableFailure, TableFault } from "./failure.ts";
import { HintBuilder } from "./hint-builder.ts";
import { namesIn } from "./jsonl/names.ts";
import { JsonlParser } from "./jsonl/parser.ts";
import { noHeader } from "./layout.ts";
import { Rows } from "./rows.ts";
import { type Sample, sampleOf } from "./sample.ts";
import type { Header, HeaderColumn } from "./table.ts";

/**
 * The format and the columns of a table, from at most one longest line and a little more of its first
 * file. Nothing is thrown.
 */
export async function readHeader(files: readonly OpenFile[], caps: Caps): Promise<Header | TableFailure> {
  const [file] = files;
  try {
    if (!file) throw new TableFault(NO_FILE);
    const sample = await sampleOf(file, caps);
    const columns = await columnsOf(file, sample, caps);
    if (columns.some(({ name }) => name.length > LONGEST_NAME)) throw new TableFault(LONG_NAME);
    return { format: sample.format, columns };
  } catch (thrown) {
    return failureOf(thrown, file?.path ?? "");
  }
}

async function columnsOf(file: OpenFile, sample: Sample, caps: Caps): Promise<readonly HeaderColumn[]> {
  switch (sample.format) {
    case "csv":
      return csvColumns(sample, caps);
    case "jsonl":
      return jsonlColumns(sample, caps);
    case "parquet": {
      const { parquetColumns } = await import("./parquet/header.ts");
      return parquetColumns(file, caps);
    }
  }
}

function csvColumns(sample: Sample, caps: Caps): readonly HeaderColumn[] {
  const dialect = dialectOf(sample.bytes, sample.end, sample.whole, caps);
  if (dialect.looksLikeData) throw noHeader();
  const rows = hintRows(dialect.names, caps);
  const parser = new CsvParser(
    dialect,
    dialect.names.map((_, field) => field),
    rows,
    caps.tableLineBytes,
  );
  const end = hintEnd(sample);
  parser.parse(sample.bytes, end, sample.whole && end === sample.end);
  return rows.columns.map((column) => column.column());
}

function jsonlColumns(sample: Sample, caps: Caps): readonly HeaderColumn[] {
  const names = namesIn(sample.bytes, sample.end, caps);
  const rows = hintRows(names, caps);
  const end = hintEnd(sample);
  new JsonlParser(rows, caps).parse(sample.bytes, end, sample.whole && end === sample.end);
  return rows.columns.map((column) => column.column());
}

/** The line feed that the rows looked at for hints end with: a few thousand rows tell as much as more would. */
function hintEnd({ bytes, end }: Sample): number {
  const feed = end <= HINT_BYTES ? -1 : bytes.lastIndexOf(LINE_FEED, HINT_BYTES);
  return feed > 0 ? feed : end;
}

const HINT_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;

function hintRows(names: readonly string[], caps: Caps): Rows<HintBuilder> {
  return new Rows(
    names.map((name) => new HintBuilder(name)),
    { path: "", foreseen: 0 },
    caps,
  );
}

/** Messages name columns; a longer name is data in the place of one. */
const LONGEST_NAME = 1_000;

const LONG_NAME = {
  failed: "over-cap",
  line: 1,
  says: `A column's name is longer than ${LONGEST_NAME} characters.`,
  fix: "Write the file with a first line of short column names; check that no quote in it is left open.",
} as const;

const NO_FILE = {
  failed: "empty",
  says: "There is no file to read.",
  fix: "Correct the path or the pattern in the card.",
} as const;
