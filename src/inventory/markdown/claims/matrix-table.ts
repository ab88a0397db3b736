import type { Scalar } from "../../../documents/value.ts";
import type { ClaimFields } from "../claim-entry.ts";
import { type Prose, textValue, trimMarks } from "../prose.ts";
import { normal } from "./columns.ts";
import { cellValue, type Grid } from "./grid.ts";
import { matrixCell } from "./matrix.ts";

const ACTUAL = /^(actual|actually|true|truth|reference|observed|gold)$/;
const PREDICTED = /^(predicted|predictions?|pred|forecast)$/;
const NO_NAME = new Set(["class", "label", ":", "="]);
const TOTAL = /^(total|sum|all|row total)$/;

/** The cells of a confusion matrix written as a table; null when the table is none. */
export function matrixTable({ header, rows }: Grid): ClaimFields[] | null {
  const columns = header.flatMap((cell, index) => (index > 0 && !TOTAL.test(normal(cell)) ? [index] : []));
  const body = rows.filter((row) => row[0] && !TOTAL.test(normal(row[0])));
  const orientation = orientationOf(header, columns, body);
  if (!orientation || columns.length < 2 || columns.length !== body.length) return null;
  const across = columns.map((index) => className(header[index]!));
  const down = body.map((row) => className(row[0]!));
  if (!sameNames(across, down)) return null;
  const claims: ClaimFields[] = [];
  for (const [r, row] of body.entries()) {
    for (const [c, index] of columns.entries()) {
      const reported = cellValue(row[index]);
      if (!reported || !/^[\d,]+$/.test(reported.value.raw)) return null;
      const [actual, predicted] =
        orientation === "rows are actual" ? [down[r]!, across[c]!] : [across[c]!, down[r]!];
      claims.push(matrixCell(reported.value, actual, predicted));
    }
  }
  return claims;
}

type Orientation = "rows are actual" | "rows are predicted";

function orientationOf(
  header: readonly Prose[],
  columns: readonly number[],
  rows: Grid["rows"],
): Orientation | null {
  const corner = header[0] ? roles(header[0]) : [];
  if (corner.includes("actual") && corner.includes("predicted")) {
    return corner[0] === "actual" ? "rows are actual" : "rows are predicted";
  }
  const across = columns.map((index) => roles(header[index]!)[0]);
  const down = rows.map((row) => roles(row[0]!)[0]);
  const says = (roles: readonly (string | undefined)[], role: string) =>
    roles.length > 0 && roles.every((one) => one === role);
  if (says(across, "predicted") && (says(down, "actual") || corner[0] === "actual")) return "rows are actual";
  return says(across, "actual") && (says(down, "predicted") || corner[0] === "predicted")
    ? "rows are predicted"
    : null;
}

function roles({ tokens }: Prose): ("actual" | "predicted")[] {
  return tokens.flatMap(({ text }) =>
    ACTUAL.test(text) ? ["actual" as const] : PREDICTED.test(text) ? ["predicted" as const] : [],
  );
}

function className(cell: Prose): Scalar | null {
  const named = cell.tokens.filter(
    ({ text }) => !ACTUAL.test(text) && !PREDICTED.test(text) && !NO_NAME.has(text),
  );
  return textValue(cell, trimMarks(named));
}

function sameNames(across: readonly (Scalar | null)[], down: readonly (Scalar | null)[]): boolean {
  const [a, b] = [across, down].map((names) => names.map((name) => String(name?.value).toLowerCase()).sort());
  return a!.every((name, index) => name === b![index] && name !== "null") && new Set(a).size === a!.length;
}
