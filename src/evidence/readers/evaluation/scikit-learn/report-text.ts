import type { Place } from "../../../../documents/place.ts";
import { headingOf, sectionOf } from "./heading.ts";
import { type Accuracy, averageNamed, type Report, type ReportRow } from "./report.ts";

const HEADER = "precision recall f1-score support";
/** A longer line is no line of a report. */
const LONGEST_LINE = 2000;
const NUMBER = /^(?:\d{1,15}(?:\.\d{0,20})?(?:e[+-]\d{1,3})?|nan)$/i;

/** The words of a report's first line, in the text or, with commas, in the CSV of its data frame. */
export function isHeader(line: string): boolean {
  return line.length <= LONGEST_LINE && wordsOf(line).join(" ") === HEADER;
}

function wordsOf(line: string): readonly string[] {
  return line.split(/[\s,]/).filter((word) => word !== "");
}

/** Every report in the text, each with what its heading says of it. */
export function printedReports(text: string, path: string): readonly Report[] {
  const lines = text.split("\n");
  const starts = [...lines.keys()].filter((index) => isHeader(lines[index] ?? ""));
  return starts.map((start, index) => {
    const at = { path, line: start + 1, column: 1, pointer: "" };
    const rows = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const before = lines.slice((starts[index - 1] ?? -1) + 1, start);
    const heading = headingOf(before.slice(before.findLastIndex((line) => rowOf(line, at) !== null) + 1));
    return { ...sectionOf(heading, starts.length > 1), ...bodyOf(rows, at), at };
  });
}

/** Rows up to the first line that is none; whatever stands behind it is no part of the report. */
function bodyOf(
  lines: readonly string[],
  start: Place,
): Pick<Report, "classes" | "averages" | "accuracy" | "decimals"> {
  const classes: ReportRow[] = [];
  const averages: ReportRow[] = [];
  let accuracy: Accuracy | null = null;
  let decimals = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      if (averages.length > 0) break;
      continue;
    }
    const at = { ...start, line: start.line + index + 1 };
    const row = rowOf(line, at);
    if (row === null) break;
    decimals = Math.max(decimals, row.decimals);
    if ("value" in row) accuracy = row;
    else if (averageNamed(row.name) !== null) averages.push(row);
    else if (averages.length > 0) break;
    else classes.push(row);
  }
  return { classes, averages, accuracy, decimals };
}

type Line = (ReportRow | Accuracy) & { readonly decimals: number };

function rowOf(line: string, at: Place): Line | null {
  if (line.length > LONGEST_LINE) return null;
  const { name, numbers } = line.includes(",") ? commaFields(line) : blankFields(line);
  if (!numbers.every((number) => NUMBER.test(number))) return null;
  const [precision, recall, f1, support] = numbers.slice(-4).map(numberOf);
  const decimals = Math.max(...numbers.slice(0, -1).map(digitsAfterPoint), 0);
  if (name === "accuracy" && numbers.length === 2)
    return { value: precision ?? null, support: recall ?? null, decimals, at };
  if (numbers.length !== 4 || precision === undefined || recall === undefined || f1 === undefined)
    return null;
  // The data frame repeats the accuracy in every column, that of the support too.
  if (name === "accuracy" && new Set(numbers).size === 1)
    return { value: precision, support: null, decimals, at };
  return { name, cells: { precision, recall, "f1-score": f1 }, support: support ?? null, decimals, at };
}

interface Fields {
  readonly name: string;
  readonly numbers: readonly string[];
}

/** The accuracy has two numbers; a class has four behind a name that may itself end in one. */
function blankFields(line: string): Fields {
  const words = line.split(/\s/).filter((word) => word !== "");
  if (words.length === 3 && words[0] === "accuracy") return { name: "accuracy", numbers: words.slice(1) };
  const numbers = words.slice(-4);
  const last = numbers.reduceRight((end, word) => line.lastIndexOf(word, end - 1), line.length);
  return { name: line.slice(0, Math.max(last, 0)).trim(), numbers };
}

function commaFields(line: string): Fields {
  const fields = line.split(",").map((field) => field.trim());
  return { name: fields.slice(0, -4).join(",").replaceAll('"', ""), numbers: fields.slice(-4) };
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function digitsAfterPoint(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
