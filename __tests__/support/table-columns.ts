import { isTableFailure, type TableFailure } from "../../src/tables/failure.ts";
import { readTable } from "../../src/tables/read.ts";
import { type ColumnRequest, numberColumn, type Table, textColumn } from "../../src/tables/table.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { bufferFile } from "./buffer-file.ts";

export const text = (column: string): ColumnRequest => ({ column, as: "text" });
export const number = (column: string): ColumnRequest => ({ column, as: "number" });

/** One file's content to a table, small blocks and lower caps where a test asks for them. */
export async function read(
  content: Uint8Array | string,
  request: readonly ColumnRequest[],
  { path = "t.csv", blockBytes, ...caps }: { path?: string; blockBytes?: number } & Partial<Caps> = {},
): Promise<Table | TableFailure> {
  return readTable([bufferFile(path, content)], request, { ...CAPS, ...caps }, blockBytes);
}

export function tableOf(read: Table | TableFailure): Table {
  if (isTableFailure(read)) throw new Error(`${read.failed}: ${read.says} (line ${read.line})`);
  return read;
}

export function failureIn(read: object): TableFailure {
  if (!isTableFailure(read)) throw new Error("there is no failure");
  return read;
}

export function textsOf(table: Table, name: string): (string | null)[] {
  const column = textColumn(table, name);
  if (!column) throw new Error(`no text column ${name}`);
  return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]!));
}

export function numbersOf(table: Table, name: string): number[] {
  const column = numberColumn(table, name);
  if (!column) throw new Error(`no number column ${name}`);
  return [...column.values];
}
