import type { Row } from "../sqlite.ts";

export function textIn(row: Row, column: string): string | null {
  const value = row.get(column);
  return typeof value === "string" ? value : null;
}

export function numberIn(row: Row, column: string): number | null {
  const value = row.get(column);
  return typeof value === "number" ? value : null;
}
