import type { Mapping } from "../../documents/value.ts";
import type { ColumnMap } from "../model.ts";
import type { Sourced } from "../sourced.ts";
import { mapAt, nameAt, namesAt } from "./fields.ts";

/** The `columns` of a dataset or an evidence entry. */
export function columnsFrom(entry: Mapping): ColumnMap {
  const columns = mapAt(entry, "columns");
  return {
    id: nameAt(columns, "id"),
    entity: nameAt(columns, "entity"),
    time: nameAt(columns, "time"),
    label: nameAt(columns, "label"),
    prediction: nameAt(columns, "prediction"),
    score: nameAt(columns, "score"),
    scores: byName(mapAt(columns, "scores")),
    labels: byName(mapAt(columns, "labels")),
    predictions: byName(mapAt(columns, "predictions")),
    lower: nameAt(columns, "lower"),
    upper: nameAt(columns, "upper"),
    weight: nameAt(columns, "weight"),
    count: nameAt(columns, "count"),
    segments: namesAt(columns, "segments"),
  };
}

/** The columns of classes or labels, by their names. */
function byName(columns: Mapping | null): ReadonlyMap<string, Sourced<string>> {
  const named = new Map<string, Sourced<string>>();
  for (const key of columns?.entries.keys() ?? []) {
    const column = nameAt(columns, key);
    if (column) named.set(key, column);
  }
  return named;
}
