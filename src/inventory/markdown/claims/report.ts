import { scalar } from "../../../documents/build.ts";
import type { Scalar } from "../../../documents/value.ts";
import type { ClaimFields } from "../claim-entry.ts";
import type { Prose } from "../prose.ts";
import { splitIn } from "../split-value.ts";
import { tokenize } from "../tokens.ts";
import { type Context, inContext } from "./context.ts";

interface Field {
  readonly text: string;
  readonly start: number;
}

interface Report {
  readonly columns: readonly Field[];
  readonly rows: readonly (readonly Field[])[];
  readonly split: Scalar | null;
}

const NUMBER = /^\d+(?:\.\d+)?$/;
const COLUMN = /^(precision|recall|f1-score|f1|support)$/i;
const AVERAGES: ReadonlyMap<string, string> = new Map([
  ["micro avg", "micro"],
  ["macro avg", "macro"],
  ["weighted avg", "weighted"],
  ["samples avg", "samples"],
  ["avg / total", "weighted"],
]);

/** The claims of pasted scikit-learn classification reports. Several without a split each are not told apart, so claim nothing. */
export function* reportClaims(prose: Prose, context: Context): Generator<ClaimFields> {
  const reports = reportsIn(prose);
  const splits = new Set(reports.map(({ split }) => split?.value ?? null));
  if (reports.length > 1 && (splits.size < reports.length || splits.has(null))) return;
  for (const report of reports) {
    for (const row of report.rows) {
      for (const claim of rowClaims(row, report, prose))
        yield inContext({ ...claim, split: report.split }, context);
    }
  }
}

export function hasReport(prose: Prose): boolean {
  return reportsIn(prose).length > 0;
}

function reportsIn(prose: Prose): Report[] {
  const reports: { columns: Field[]; rows: Field[][]; split: Scalar | null }[] = [];
  let title: readonly Field[] = [];
  let open = false;
  for (const fields of linesOf(prose.text)) {
    const isHeader = fields.length >= 3 && fields.every(({ text }) => COLUMN.test(text));
    if (isHeader) reports.push({ columns: fields, rows: [], split: splitOf(prose, title) });
    else if (open && isRow(fields, reports.at(-1)!.columns.length)) reports.at(-1)!.rows.push(fields);
    else if (fields.length > 0) open = false;
    if (isHeader) open = true;
    if (fields.length > 0) title = fields;
  }
  return reports.filter(({ rows }) => rows.length > 0);
}

function* linesOf(text: string): Generator<Field[]> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], start: start + found.index }));
    start += line.length + 1;
  }
}

function isRow(fields: readonly Field[], columns: number): boolean {
  const numbers = fields.slice(-columns).filter(({ text }) => NUMBER.test(text)).length;
  const isAccuracy = fields[0]?.text.toLowerCase() === "accuracy" && NUMBER.test(fields.at(-1)?.text ?? "");
  return isAccuracy || (fields.length > columns && numbers === columns);
}

function splitOf(prose: Prose, title: readonly Field[]): Scalar | null {
  const [first, last] = [title[0], title.at(-1)];
  if (!first || !last) return null;
  const text = prose.text.slice(first.start, last.start + last.text.length);
  const tokens = tokenize(text).map((token) => ({
    ...token,
    start: token.start + first.start,
    end: token.end + first.start,
  }));
  return splitIn({ ...prose, tokens });
}

function* rowClaims(row: readonly Field[], { columns }: Report, prose: Prose): Generator<ClaimFields> {
  const value = ({ text, start }: Field) => scalar(Number(text), prose.at(start), text);
  const name = ({ text, start }: Field) => scalar(text, prose.at(start), text);
  if (row[0]!.text.toLowerCase() === "accuracy") {
    const numbers = row.slice(1).filter(({ text }) => NUMBER.test(text));
    const accuracy = numbers.find(({ text }) => Number(text) <= 1);
    const n = numbers.find((field) => field !== accuracy && /^\d+$/.test(field.text));
    if (accuracy) yield { name: name(row[0]!), value: value(accuracy), n: n ? value(n) : null };
    return;
  }
  const label = row.slice(0, -columns.length);
  const text = label.map((field) => field.text).join(" ");
  const average = AVERAGES.get(text.toLowerCase());
  const about = scalar(average ?? text, prose.at(label[0]!.start), text);
  for (const [index, column] of columns.entries()) {
    const field = row[row.length - columns.length + index]!;
    const isSupport = column.text.toLowerCase() === "support";
    if (isSupport ? average : Number(field.text) > 1) continue;
    yield { name: name(column), value: value(field), ...(average ? { average: about } : { class: about }) };
  }
}
