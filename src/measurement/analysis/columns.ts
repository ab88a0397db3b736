import type { ColumnRequest } from "../../tables/table.ts";
import type { AnalysisRequest } from "./request.ts";

/** The columns to read, of those that the file has: no other is decoded. */
export function columnsToRead(
  request: AnalysisRequest,
  has: ReadonlySet<string>,
  distinct: number,
): readonly ColumnRequest[] {
  const {
    task,
    label,
    labels,
    prediction,
    predictions,
    score,
    scores,
    lower,
    upper,
    weight,
    count,
    segments,
    entity,
    id,
  } = request;
  const truths = [label, prediction, ...labels.values(), ...predictions.values()];
  const classes: readonly ColumnRequest[] = truths.flatMap((column) => {
    if (column === null) return [];
    return task === "regression"
      ? { column, as: "number" as const }
      : { column, as: "text" as const, distinct };
  });
  const numbers: readonly ColumnRequest[] = [score, lower, upper, weight, ...scores.values()].flatMap(
    (column) => (column === null ? [] : { column, as: "number" as const }),
  );
  const names: readonly ColumnRequest[] = [entity, id].flatMap((column) =>
    column === null ? [] : { column, as: "text" as const },
  );
  const counts: readonly ColumnRequest[] =
    count === null ? [] : [{ column: count, as: "number", counts: true }];
  const groups = segments.map((column) => ({ column, as: "text" as const, distinct }));
  return [...classes, ...numbers, ...counts, ...names, ...groups].filter(({ column }) => has.has(column));
}
