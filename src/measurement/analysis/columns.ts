import type { ColumnRequest } from "../../tables/table.ts";
import type { AnalysisRequest } from "./request.ts";

/** The columns to read, of those that the file has: no other is decoded. */
export function columnsToRead(
  request: AnalysisRequest,
  has: ReadonlySet<string>,
  distinct: number,
): readonly ColumnRequest[] {
  const { task, segments } = request;
  const truths = [
    request.label,
    request.prediction,
    ...request.labels.values(),
    ...request.predictions.values(),
  ];
  const classes: readonly ColumnRequest[] = truths.flatMap((column) => {
    if (column === null) return [];
    return task === "regression"
      ? { column, as: "number" as const }
      : { column, as: "text" as const, distinct };
  });
  const numbers: readonly ColumnRequest[] = [
    request.score,
    request.lower,
    request.upper,
    request.weight,
    ...request.scores.values(),
  ].flatMap((column) => (column === null ? [] : { column, as: "number" as const }));
  const names: readonly ColumnRequest[] = [request.entity, request.id].flatMap((column) =>
    column === null ? [] : { column, as: "text" as const },
  );
  const counts: readonly ColumnRequest[] =
    request.count === null ? [] : [{ column: request.count, as: "number", counts: true }];
  const groups = segments.map((column) => ({ column, as: "text" as const, distinct }));
  return [...classes, ...numbers, ...counts, ...names, ...groups].filter(({ column }) => has.has(column));
}
