import type { Caps } from "../workspace/caps.ts";
import type { OpenFile } from "../workspace/tree.ts";
import {
  type Allowance,
  BLOCK_BYTES,
  type BlockParser,
  feedBlocks,
  type Progress,
  SMALLEST_BLOCK,
} from "./blocks.ts";
import { dialectOf } from "./csv/dialect.ts";
import { CsvParser } from "./csv/parser.ts";
import { TableFault } from "./failure.ts";
import { inflate } from "./gzip.ts";
import { NOT_LINES, namesIn } from "./jsonl/names.ts";
import { JsonlParser } from "./jsonl/parser.ts";
import { fieldsFor, missingColumns } from "./layout.ts";
import type { Rows } from "./rows.ts";
import type { Sample } from "./sample.ts";

/** What reading one file of a table needs besides the file. */
export interface Reading {
  readonly rows: Rows;
  readonly caps: Caps;
  readonly allowance: Allowance;
  /** Not the table's first file, so that a column which is not there is one that other shards have. */
  readonly isShard: boolean;
  /** Only ever smaller than usual to show that it makes no difference. */
  readonly blockBytes?: number;
}

export async function readCsv(file: OpenFile, sample: Sample, reading: Reading): Promise<void> {
  const { rows, caps, isShard } = reading;
  const dialect = dialectOf(sample.bytes, sample.end, sample.whole, caps);
  const fields = fieldsFor(rows.columns, dialect.names, isShard, dialect.looksLikeData);
  const parser = new CsvParser(dialect, fields, rows, caps.tableLineBytes);
  await feed(parser, file, sample, reading);
}

export async function readJsonl(file: OpenFile, sample: Sample, reading: Reading): Promise<void> {
  const { rows, caps, isShard } = reading;
  const before = rows.count;
  const parser = new JsonlParser(rows, caps);
  await feed(parser, file, sample, reading);
  const missing = parser.neverSeen;
  if (missing.length === 0) return;
  if (rows.count === before) throw new TableFault(NOT_LINES);
  throw missingColumns(missing, namesIn(sample.bytes, sample.end, caps), isShard, false);
}

function feed(parser: BlockParser, file: OpenFile, sample: Sample, reading: Reading): Promise<void> {
  return feedBlocks(
    contents(file, sample),
    parser,
    reading.allowance,
    blockBytes(file, sample, reading),
    foreseeing(file, sample, reading.rows),
  );
}

function contents(file: OpenFile, sample: Sample): AsyncIterable<Uint8Array> {
  return sample.gzipped ? inflate(file.stream()) : file.stream();
}

/** A block has room for a small file and no more. */
function blockBytes(file: OpenFile, sample: Sample, reading: Reading): number {
  const usual = reading.blockBytes ?? BLOCK_BYTES;
  return sample.gzipped ? usual : Math.min(usual, file.size + SMALLEST_BLOCK);
}

/** What is left of a file holds as many rows as what was read of it did; of what is compressed nobody knows. */
function foreseeing(file: OpenFile, sample: Sample, rows: Rows): Progress {
  const before = rows.count;
  if (sample.gzipped) return () => {};
  return (bytes) => {
    if (bytes > 0) rows.foresee(before + ((rows.count - before) * file.size) / bytes);
  };
}
