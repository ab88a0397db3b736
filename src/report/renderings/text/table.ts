import { columnsOf } from "./wrap.ts";

export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

const GAP = "  ";

/** Aligned lines, the titles first; null when they would not fit into `width`. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  title: (text: string) => string,
): readonly string[] | null {
  const widths = columns.map((column, index) =>
    Math.max(columnsOf(column.title), ...rows.map((row) => columnsOf(row[index]?.text ?? ""))),
  );
  const total = widths.reduce((sum, size) => sum + size, GAP.length * (columns.length - 1));
  if (total > width) return null;
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, index) => aligned(cell, widths[index] ?? 0, columns[index]?.align ?? "left"))
      .join(GAP)
      .trimEnd();
  return [line(columns.map((column) => ({ text: column.title, paint: title }))), ...rows.map(line)];
}

function aligned(cell: Cell, width: number, align: Column["align"]): string {
  const blank = " ".repeat(Math.max(0, width - columnsOf(cell.text)));
  const text = cell.paint === undefined ? cell.text : cell.paint(cell.text);
  return align === "right" ? blank + text : text + blank;
}
