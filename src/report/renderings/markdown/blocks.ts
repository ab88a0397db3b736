/** A fold that is closed at first; `summary` is our own words and numbers, never text of the repository. */
export function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

export interface Column<Row> {
  readonly title: string;
  readonly align?: "right";
  /** Escaped for a table. */
  readonly cell: (row: Row) => string;
}

export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => column.title)),
    line(columns.map((column) => (column.align === "right" ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map((column) => column.cell(row)))),
  ].join("\n");
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Lines of one item, `depth` lists deep, broken where they are broken here; those that say nothing are left out. */
export function stanza(lines: readonly (string | null)[], depth = 1): string {
  return lines.filter((line) => line !== null && line !== "").join(`\\\n${"  ".repeat(depth)}`);
}

/** Parts with an empty line between; those that say nothing are left out. */
export function blocks(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n\n");
}
