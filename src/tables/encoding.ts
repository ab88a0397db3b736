import { TableFault } from "./failure.ts";

export function notUtf8(where: string, line: number): TableFault {
  return new TableFault({
    failed: "not-utf8",
    line,
    says: `${where} holds bytes that are not UTF-8.`,
    fix: 'Write the file again as UTF-8, for example with encoding="utf-8".',
  });
}

export function nulByte(line: number): TableFault {
  return new TableFault({
    failed: "binary",
    line,
    says: "The file holds a NUL byte, so it is not a text table.",
    fix: "Export the table as UTF-8 CSV, JSON Lines or Parquet.",
  });
}
