import type { Caps } from "../workspace/caps.ts";
import type { OpenFile } from "../workspace/tree.ts";
import { markLength } from "./blocks.ts";
import { TableFault } from "./failure.ts";
import { foreignComplaint } from "./foreign.ts";
import { inflate } from "./gzip.ts";
import type { TableFormat } from "./table.ts";

const MARGIN_BYTES = 64 * 1024;
const USUAL_BYTES = 256 * 1024;
const MANY_LINES = 500;
const LINE_FEED = 0x0a;

/** A file recognised by its first bytes. */
export interface Sample {
  readonly format: TableFormat;
  readonly gzipped: boolean;
  /** The first bytes of the text, without a byte order mark, and a line feed at `bytes[end]`. */
  readonly bytes: Uint8Array;
  readonly end: number;
  /** The sample is the whole file. */
  readonly whole: boolean;
}

/** Reads many lines, or at most one longest line and a little more. What a file is shows in its bytes, not in its name. */
export async function sampleOf(file: OpenFile, caps: Caps): Promise<Sample> {
  if (file.size === 0) throw new TableFault(EMPTY);
  if (file.size > caps.tableBytes) {
    throw new TableFault({
      failed: "over-cap",
      says: `The file is larger than ${caps.tableBytes} bytes, the cap tableBytes.`,
      fix: "Split it into shards, or raise the cap in the base's configuration.",
    });
  }
  const wanted = caps.tableLineBytes + MARGIN_BYTES;
  const few = await file.read(0, Math.min(file.size, USUAL_BYTES));
  const stored = showsEnough(few) ? few : await file.read(0, Math.min(file.size, wanted));
  const gzipped = stored[0] === 0x1f && stored[1] === 0x8b;
  const start = gzipped ? await firstBytes(inflate(file.stream()), wanted) : stored;
  const whole = gzipped ? start.length < wanted : start.length === file.size;

  const text = start.subarray(markLength(start));
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text);
  bytes[text.length] = LINE_FEED;
  return { format: formatOf(text, gzipped, file.path), gzipped, bytes, end: text.length, whole };
}

/** So many lines tell the delimiter and what the columns hold; a few long ones do not, and none may be a header. */
function showsEnough(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && lines < MANY_LINES; lines++) {
    at = bytes.indexOf(LINE_FEED, at + 1);
  }
  return lines === MANY_LINES;
}

async function firstBytes(stream: AsyncIterable<Uint8Array>, wanted: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(wanted);
  let filled = 0;
  for await (const chunk of stream) {
    const taken = chunk.subarray(0, wanted - filled);
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === wanted) break;
  }
  return bytes.subarray(0, filled);
}

function formatOf(start: Uint8Array, gzipped: boolean, path: string): TableFormat {
  if (/^PAR1([^\x20-\x7e]|$)/.test(Buffer.from(start.subarray(0, 5)).toString("latin1"))) {
    if (gzipped) throw new TableFault(GZIPPED_PARQUET);
    return "parquet";
  }
  const foreign = foreignComplaint(start);
  if (foreign) throw new TableFault(foreign);

  const text = Buffer.from(start.subarray(0, MARGIN_BYTES)).toString("latin1").trimStart();
  if (text === "") throw new TableFault(EMPTY);
  if (text.startsWith("{")) return "jsonl";
  if (/^\[\s*([[{"\d\]-]|true|false|null)/.test(text) && !/\.(csv|tsv|txt)(\.gz)?$/i.test(path)) {
    throw new TableFault(JSON_ARRAY);
  }
  return "csv";
}

const EMPTY = {
  failed: "empty",
  says: "The file is empty.",
  fix: "Check the step that writes it; a table needs at least a line of column names.",
} as const;

const GZIPPED_PARQUET = {
  failed: "unsupported",
  says: "The file is Parquet compressed with gzip as a whole.",
  fix: "Decompress it; Parquet compresses its columns itself.",
} as const;

const JSON_ARRAY = {
  failed: "unsupported",
  says: "The file is one JSON array, which can only be read whole.",
  fix: 'Write JSON Lines, one object per line, for example with to_json(…, orient="records", lines=True).',
} as const;
