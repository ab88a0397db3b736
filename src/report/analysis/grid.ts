import type { Page } from "../renderings/text/page.ts";
import { type Column, table } from "../renderings/text/table.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";

export const INDENT = "  ";

export function left(title: string): Column {
  return { title, align: "left" };
}

export function right(title: string): Column {
  return { title, align: "right" };
}

export function heading(text: string, { width, style }: Page): readonly string[] {
  return ["", ...hang("", text, width, style.strong)];
}

/** A table under a heading; where it is too wide, one row under the other. */
export function grid(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  page: Page,
): readonly string[] {
  return fitting(columns, rows, page) ?? stacked(columns, rows, page);
}

/** Null when it does not fit into the page. */
export function fitting(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, style }: Page,
): readonly string[] | null {
  const cells = rows.map((row) => row.map((text) => ({ text })));
  const lines = table(columns, cells, width - INDENT.length, style.faint);
  return lines?.map((line) => INDENT + line) ?? null;
}

function stacked(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width }: Page,
): readonly string[] {
  return rows.flatMap(([first = "", ...others]) => {
    const facts = others.map((text, index) => `${columns[index + 1]?.title ?? ""} ${text}`);
    return [...hang(INDENT, first, width), ...hang(`${INDENT}${INDENT}`, dotted(facts), width)];
  });
}

/** Sentences under a table, each once. */
export function remarks(texts: readonly string[], { width, style }: Page): readonly string[] {
  return [...new Set(texts)].flatMap((text) => hang(INDENT, text, width, style.faint));
}
