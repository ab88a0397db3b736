import type { ColumnMetaData, RowGroup } from "hyparquet";
import type { OpenFile } from "../../workspace/tree.ts";
import { TableFault } from "../failure.ts";
import { fieldsFor } from "../layout.ts";
import type { Reading } from "../text-file.ts";
import { ColumnCells } from "./column.ts";
import { footerOf } from "./footer.ts";
import { damaged } from "./guard.ts";
import type { Leaf } from "./leaf.ts";
import { pagesOf } from "./pages.ts";
import { placesOf } from "./places.ts";
import { type Stored, storedValues } from "./values.ts";

/** One Parquet file into rows, a row group and a column at a time. Anything that does not add up is a failure. */
export async function readParquet(file: OpenFile, reading: Reading): Promise<void> {
  try {
    await readGroups(file, reading);
  } catch (thrown) {
    throw thrown instanceof TableFault ? thrown : damaged();
  }
}

async function readGroups(file: OpenFile, reading: Reading): Promise<void> {
  const { rows, caps, isShard } = reading;
  const footer = await footerOf(file, caps);
  const names = footer.leaves.map(({ name }) => name);
  const fields = fieldsFor(rows.columns, names, isShard, false);
  const wanted = [...new Set(fields)].map((field) => footer.leaves[field]!);
  for (const leaf of wanted)
    if (leaf.meaning.is === "unsupported") throw unsupportedColumn(leaf, leaf.meaning.what);

  rows.expect(footer.rows);
  // A footer is not believed to the point of making room for more rows than the file has bytes.
  rows.foresee(rows.count + Math.min(footer.rows, file.size));
  let line = 1;
  for (const group of footer.groups) {
    const count = Number(group.num_rows);
    for (const leaf of wanted) await readColumn(file, leaf, group, count, line, reading);
    rows.complete(count);
    line += count;
  }
}

async function readColumn(
  file: OpenFile,
  leaf: Leaf,
  group: RowGroup,
  count: number,
  line: number,
  { rows, caps, allowance }: Reading,
): Promise<void> {
  const cells = new ColumnCells(
    leaf,
    rows.columns.filter(({ name }) => name === leaf.name),
  );
  const chunk = chunkOf(group, leaf);
  let done = 0;
  for await (const page of pagesOf(file, leaf, chunk, count, caps, allowance)) {
    if (page.kind === "dictionary") {
      const { encoding, bytes, from } = page;
      cells.useDictionary(storedValues(leaf, encoding, bytes, from, page.count, allowance), page.count);
      continue;
    }
    if (done + page.count > count) throw damaged();
    const indexes = cells.indexesOf(page);
    const values: Stored | null = indexes
      ? cells.entries
      : storedValues(leaf, page.encoding, page.bytes, page.from, page.there, allowance);
    if (!values) throw damaged();
    cells.add(values, placesOf(page.present, indexes), page.count, rows.count + done, line + done);
    done += page.count;
    if (done === count) break;
  }
  if (done !== count) throw damaged();
}

function chunkOf(group: RowGroup, leaf: Leaf): ColumnMetaData {
  const chunks = group.columns.filter(({ meta_data: chunk }) => {
    return chunk?.path_in_schema.length === 1 && chunk.path_in_schema[0] === leaf.name;
  });
  const [first] = chunks;
  if (chunks.length !== 1 || !first?.meta_data || first.file_path || first.crypto_metadata) throw damaged();
  if (first.meta_data.type !== leaf.physical) throw damaged();
  return first.meta_data;
}

function unsupportedColumn({ name }: Leaf, what: string): TableFault {
  return new TableFault({
    failed: "unsupported",
    says: `Column "${name}" is ${what}, which cannot be a column of a table here.`,
    fix: "Write it as a column of numbers, text, dates or booleans, one value in each row.",
  });
}
