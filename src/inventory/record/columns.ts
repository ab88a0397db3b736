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
    scores: scoresFrom(mapAt(columns, "scores")),
    weight: nameAt(columns, "weight"),
    count: nameAt(columns, "count"),
    segments: namesAt(columns, "segments"),
  };
}

function scoresFrom(scores: Mapping | null): ReadonlyMap<string, Sourced<string>> {
  const byClass = new Map<string, Sourced<string>>();
  for (const key of scores?.entries.keys() ?? []) {
    const column = nameAt(scores, key);
    if (column) byClass.set(key, column);
  }
  return byClass;
}
