import type { Caps } from "../../../../workspace/caps.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import type { SourceOf } from "../../../output/source.ts";
import { csvHeader, csvLines, csvNumber } from "../../csv.ts";
import type { Grid } from "../../numpy/grid.ts";
import { halfDigitOfAll } from "../../written.ts";
import { type StatedMean, TOOL } from "./parts.ts";
import { readingOf, readingOfMeans, refusal } from "./reading.ts";

const PREFIX = /^shap[_.:]/i;
const MEAN = /^(?:mean_?\(?\|shap(?:_value)?\|\)?|mean_abs_shap(?:_values?)?|mean_?\|shap_value\|)$/i;
const BASE = /^(?:base_values?|expected_values?)$/i;
const PREDICTION = /^(?:predictions?|model_output|f\(x\)|fx|y_pred|y_prob)$/i;
const FEATURE = /^(?:feature|features|feature_name|column|)$/i;

/** A data frame of SHAP values, or of their means by feature, that `to_csv` wrote. */
export const shapTable = defineReader<"text">({
  tool: TOOL,
  form: "text",
  about: {
    versions: ["0.51.0"],
    detectedBy:
      "a CSV header with two columns or more that begin with `shap_`, or with `feature` and `mean_abs_shap`",
    notRead: "columns that are neither values, base values nor predictions",
  },
  recognises: ({ text }) => {
    const header = csvHeader(text);
    return header.filter((name) => PREFIX.test(name)).length > 1 || isOfMeans(header);
  },
  read: (source, caps) => readingOfTable(source, caps),
});

/** A data frame whose columns are the features, when the card says that it is SHAP's. */
export const shapBareTable = defineReader<"text">({
  tool: TOOL,
  form: "text",
  whenDeclared: true,
  about: {
    versions: ["0.51.0"],
    detectedBy: "any CSV of numbers, where the card has `kind: shap`",
    notRead: "which columns are no features, where their names do not say",
  },
  recognises: ({ text }) => !/^\s{0,100}[[{]/.test(text) && csvHeader(text).length > 0,
  read: (source, caps) => readingOfTable(source, caps),
});

function isOfMeans(header: readonly string[]): boolean {
  return header.some((name) => MEAN.test(name)) && header.some((name) => name !== "" && FEATURE.test(name));
}

function readingOfTable({ text, path }: SourceOf<"text">, caps: Caps): OutputReading {
  const lines = csvLines(text, caps.tableColumns);
  const first = lines.next();
  const header: readonly string[] = first.done === true ? [] : first.value.cells;
  const place = (line: number) => ({ path, line, column: 1, pointer: "" });
  if (isOfMeans(header)) {
    const [feature, mean] = [
      header.findIndex((name) => FEATURE.test(name)),
      header.findIndex((name) => MEAN.test(name)),
    ];
    const means: StatedMean[] = [];
    for (const { line, cells } of lines) {
      const value = csvNumber(cells[mean] ?? "");
      if (value === null) return refusal(`line ${line} has no number for the mean`);
      means.push({ feature: cells[feature] ?? "", value, at: place(line) });
    }
    return readingOfMeans(means, place(1));
  }
  const prefixed = header.some((name) => PREFIX.test(name));
  const find = (kind: RegExp) => header.findIndex((name) => kind.test(name));
  const [base, prediction] = [find(BASE), find(PREDICTION)];
  const columns = [...header.keys()].filter((index) =>
    prefixed
      ? PREFIX.test(header[index] ?? "") && !BASE.test((header[index] ?? "").replace(PREFIX, ""))
      : index !== base && index !== prediction && header[index] !== "",
  );
  const rows: (readonly string[])[] = [];
  const starts: number[] = [];
  for (const { line, cells } of lines) {
    if (cells.length !== header.length)
      return refusal(`line ${line} has ${cells.length} fields for ${header.length}`);
    rows.push(cells);
    starts.push(line);
  }
  const grid = numbers(rows, columns);
  if (typeof grid === "string") return refusal(grid);
  const bases = base < 0 ? null : numbers(rows, [base]);
  const predictions = prediction < 0 ? null : numbers(rows, [prediction]);
  if (typeof bases === "string" || typeof predictions === "string")
    return refusal("its base values or predictions are not all numbers");
  const features = columns.map((index) => (header[index] ?? "").replace(PREFIX, ""));
  const passed = prefixed && columns.length < header.length - Number(base >= 0) - Number(prediction >= 0);
  const says = "columns that do not begin with `shap_` were passed over";
  const warnings: OutputWarning[] = passed ? [{ code: "other-columns", says, at: place(1) }] : [];
  return readingOf(
    {
      values: grid,
      names: { values: "its values", base: header[base] ?? "", predictions: header[prediction] ?? "" },
      features,
      base: bases,
      predictions,
      means: [],
      halfDigit: halfDigitOfAll(grid.values),
      at: place(1),
      rowAt: (row) => place(starts[row] ?? 1),
    },
    warnings,
  );
}

function numbers(rows: readonly (readonly string[])[], columns: readonly number[]): Grid | string {
  const values = new Float64Array(rows.length * columns.length);
  let at = 0;
  for (const [row, cells] of rows.entries())
    for (const column of columns) {
      const cell = cells[column] ?? "";
      const value = csvNumber(cell);
      if (value === null && cell !== "" && !/^-?(?:nan|inf)$/i.test(cell))
        return `row ${row + 1} has something other than a number among its values`;
      values[at++] = value ?? Number.NaN;
    }
  return { shape: [rows.length, columns.length], values };
}
