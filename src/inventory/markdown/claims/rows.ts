import { phrases } from "../phrases.ts";
import type { Prose } from "../prose.ts";
import { namesAnother, namesSelf, type Self } from "../self.ts";
import { OTHERS, WISHES } from "../wording.ts";
import { normal } from "./columns.ts";

const DISOWNED = phrases(`
target, targets, goal, unverified, placeholder, not measured, never measured, planned, tbd, pending, expected, baseline,
hypothetical, illustrative, requirement, required, underperformed, challenger, rejected, not deployed
`);

/** A remark beside the number takes it back: "unverified target", "baseline". */
export function isDisowned(cells: readonly Prose[]): boolean {
  return cells.some(({ tokens }) => DISOWNED.isAmong(tokens));
}

/**
 * Of the labels of a column of models, the one that is this card's: the only one marked as such, else the only one of
 * the kind that the card's title names, else the only one there is. Null when that cannot be decided.
 */
export function ownLabel(rows: readonly (readonly Prose[])[], column: number, self: Self): string | null {
  const labels = new Map<string, { cell: Prose; marked: boolean; named: boolean }>();
  for (const row of rows) {
    const cell = row[column];
    if (!cell) continue;
    const label = normal(cell);
    const said = namesSelf(self, cell.tokens) ?? (row.some((other) => isMark(other, self)) ? "marked" : null);
    const known = labels.get(label);
    const [marked, named] = [
      said === "marked" || known?.marked === true,
      said === "named" || known?.named === true,
    ];
    labels.set(label, { cell, marked, named });
  }
  const all = [...labels];
  return (
    only(all.filter(([, { marked }]) => marked)) ??
    (all.some(([, { marked }]) => marked) ? null : only(all.filter(([, { named }]) => named))) ??
    only(all.filter(([, { cell }]) => all.length === 1 && !isAnother(cell, self)))
  );
}

/** A short remark such as "deployed" in any column of the row. */
function isMark(cell: Prose, self: Self): boolean {
  return cell.tokens.length > 0 && cell.tokens.length <= 3 && namesSelf(self, cell.tokens) === "marked";
}

function only(labels: readonly (readonly [string, unknown])[]): string | null {
  return labels.length === 1 ? labels[0]![0] : null;
}

function isAnother({ tokens }: Prose, self: Self): boolean {
  return namesAnother(self, tokens) || OTHERS.isAmong(tokens) || WISHES.isAmong(tokens);
}
