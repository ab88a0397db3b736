import { type FileMetaData, parquetMetadata, type RowGroup, type SchemaElement } from "hyparquet";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { TableFault } from "../failure.ts";
import { damaged, guardedEnd } from "./guard.ts";
import { type Leaf, leafOf } from "./leaf.ts";

/** The length of the metadata, then "PAR1". */
const TAIL_BYTES = 8;
const SMALLEST_FILE = 12;
const LARGEST_FOOTER = 32 * 1024 * 1024;

export interface Footer {
  readonly rows: number;
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
}

export async function footerOf(file: OpenFile, caps: Caps): Promise<Footer> {
  if (file.size < SMALLEST_FILE) throw new TableFault(TRUNCATED);
  const tail = await file.read(file.size - TAIL_BYTES, file.size);
  const magic = Buffer.from(tail.subarray(4)).toString("latin1");
  if (magic !== "PAR1") throw new TableFault(TRUNCATED);
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > file.size - SMALLEST_FILE || length > LARGEST_FOOTER) throw damaged();

  const bytes = await file.read(file.size - TAIL_BYTES - length, file.size);
  guardedEnd(bytes, 0);
  const metadata = parquetMetadata(bytes, { geoparquet: false });
  const rows = Number(metadata.num_rows);
  const grouped = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!Number.isSafeInteger(rows) || rows < 0 || grouped !== rows) throw damaged();
  return { rows, leaves: leavesOf(metadata, caps), groups: metadata.row_groups };
}

/** The columns at the top; what is nested below one counts as that one. */
function leavesOf({ schema }: FileMetaData, caps: Caps): Leaf[] {
  const leaves: Leaf[] = [];
  const [root] = schema;
  if (!root) throw damaged();
  for (let at = 1; at < schema.length; ) {
    const element = schema[at]!;
    if (typeof element.name !== "string") throw damaged();
    leaves.push(leafOf(element));
    at = afterSubtree(schema, at);
  }
  if (leaves.length !== (root.num_children ?? 0)) throw damaged();
  if (leaves.length <= caps.tableColumns) return leaves;
  throw new TableFault({
    failed: "over-cap",
    says: `The file has more than ${caps.tableColumns} columns.`,
    fix: "Keep the columns that the card names.",
  });
}

function afterSubtree(schema: readonly SchemaElement[], root: number): number {
  let pending = 1;
  let at = root;
  for (; pending > 0 && at < schema.length; at++) pending += (schema[at]!.num_children ?? 0) - 1;
  if (pending !== 0) throw damaged();
  return at;
}

const TRUNCATED = {
  failed: "truncated",
  says: "The Parquet file ends without its footer, so it was not written or fetched completely.",
  fix: "Close the writer, or download the file again, and check its size.",
} as const;
