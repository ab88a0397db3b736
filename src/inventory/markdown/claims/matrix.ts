import { scalar } from "../../../documents/build.ts";
import type { Scalar } from "../../../documents/value.ts";
import type { ClaimFields } from "../claim-entry.ts";
import type { Prose } from "../prose.ts";
import { type Context, inContext } from "./context.ts";

const LONGEST = 20_000;

/** One cell of a confusion matrix as a claim. */
export function matrixCell(value: Scalar, actual: Scalar | null, predicted: Scalar | null): ClaimFields {
  return { name: scalar("confusion_matrix", value.at, value.raw), value, actual, predicted };
}

/** The cells of a matrix printed as `[[50 2] [3 88]]`, where the words around it say that it is a confusion matrix. */
export function* matrixClaims(prose: Prose, context: Context): Generator<ClaimFields> {
  const open = prose.text.search(/\[\s*\[/);
  const orientation =
    context.matrix ?? (/confusion/i.test(prose.text.slice(0, Math.max(open, 0))) ? "rows are actual" : null);
  if (open < 0 || !orientation) return;
  const rows = rowsFrom(prose, open);
  if (!rows || rows.length < 2 || rows.some((row) => row.length !== rows.length)) return;
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      const [actual, predicted] = orientation === "rows are actual" ? [r, c] : [c, r];
      const [across, down] = [actual, predicted].map((index) => scalar(`#${index}`, value.at, value.raw));
      yield inContext(matrixCell(value, across!, down!), context);
    }
  }
}

/** Rows of whole numbers between brackets; null when anything else stands there, or a second matrix follows. */
function rowsFrom(prose: Prose, open: number): Scalar[][] | null {
  const end = closing(prose.text, open);
  if (end < 0 || /\[\s*\[/.test(prose.text.slice(end, end + LONGEST))) return null;
  const rows: Scalar[][] = [];
  for (const found of prose.text.slice(open, end).matchAll(/\[|\d+|[^\d\s,[\]]/g)) {
    const at = open + found.index;
    if (found[0] === "[") rows.push([]);
    else if (!/^\d+$/.test(found[0])) return null;
    else rows.at(-1)?.push(scalar(Number(found[0]), prose.at(at), found[0]));
  }
  return rows.slice(1);
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST); at += 1) {
    if (text[at] === "[") depth += 1;
    if (text[at] === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}
