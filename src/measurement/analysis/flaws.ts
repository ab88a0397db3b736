import { frequencyFlaw } from "../../statistics/frequency.ts";
import { type Column, numberColumn, type Spots } from "../../tables/table.ts";
import { flawsOf } from "../frame.ts";
import { cellsAre, counted } from "../number-format.ts";
import { lines } from "../usable.ts";
import type { Population } from "./population.ts";
import { type AnalysisRequest, namedColumns } from "./request.ts";

/** Why a file cannot be measured, and what would clear it. */
export interface FileProblem {
  readonly path: string;
  /** 1-based; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly says: string;
  readonly fix: string;
}

/** Every kind of cell that stands in the way of a number over all rows. */
export function problemsIn(population: Population, request: AnalysisRequest): readonly FileProblem[] {
  return [
    ...rowProblems(population),
    ...cellProblems(population, request, () => true),
    ...countProblems(population, request),
  ];
}

/** The same of a reference: its empty cells are a part of its distribution, and no problem. */
export function problemsInReference(
  population: Population,
  request: AnalysisRequest,
): readonly FileProblem[] {
  const { count } = request;
  return [
    ...rowProblems(population),
    ...cellProblems(population, request, (code, column) => code !== "missing" || column === count),
    ...countProblems(population, request),
  ];
}

function rowProblems({ file, table }: Population): readonly FileProblem[] {
  const { badRows } = table;
  if (badRows.count > 0) {
    const says = `${counted(badRows.count, "row")} cannot be read: ${badRows.why} (${lines(badRows)})`;
    const fix = "write the file again with a CSV, JSON Lines or Parquet writer";
    return [problem(file.path, badRows, says, fix)];
  }
  if (table.rows > 0) return [];
  return [{ path: file.path, line: null, says: "the file holds no rows", fix: "write its rows to the file" }];
}

function cellProblems(
  { file, table }: Population,
  request: AnalysisRequest,
  matters: (code: string, column: string) => boolean,
): readonly FileProblem[] {
  // A segment without a value is a group of its own.
  const segments = new Set(request.segments);
  const needed = [...table.columns.values()].filter(
    (column) => column.kind === "number" || !segments.has(column.name) || isNeeded(column, request),
  );
  return needed.flatMap((column) =>
    flawsOf(column)
      .filter(({ code }) => matters(code, column.name))
      .map(({ code, says, spots }) => {
        const fix =
          code === "not-a-count"
            ? "correct the counts; what no row has needs no line"
            : "give every row a value, or leave such rows out of the file and say so where you report";
        return problem(
          file.path,
          spots,
          `${cellsAre(spots.count, column.name, says)} (${lines(spots)})`,
          fix,
        );
      }),
  );
}

/** What no single cell is to blame for. */
function countProblems({ file, table }: Population, { count }: AnalysisRequest): readonly FileProblem[] {
  const column = count === null ? null : numberColumn(table, count);
  if (!column || flawsOf(column).length > 0) return [];
  const says = frequencyFlaw(column.values);
  if (says === null) return [];
  return [{ path: file.path, line: null, says: `"${column.name}": ${says}`, fix: "correct the counts" }];
}

function isNeeded({ name }: Column, request: AnalysisRequest): boolean {
  return namedColumns(request).some(([role, column]) => role !== "segment" && column === name);
}

function problem(path: string, spots: Spots, says: string, fix: string): FileProblem {
  return { path, line: spots.first[0] ?? null, says, fix };
}
