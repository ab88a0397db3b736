import type { Place } from "../../../../documents/place.ts";
import { pointerTo } from "../../../../documents/pointer.ts";
import type { DatasetFact } from "../../../output/fact.ts";
import type { Aggregate } from "../../../output/output.ts";
import { isoOfMillis } from "../../iso-time.ts";
import type { SqliteTables } from "../sqlite.ts";
import { databaseDatasets } from "./database-datasets.ts";
import { databaseMetrics, type KeptMetric } from "./database-metrics.ts";
import { numberIn, textIn } from "./row.ts";
import { type Run, type RunMetric, statusOf } from "./run.ts";

const COLUMNS = ["run_uuid", "name", "status", "end_time", "lifecycle_stage"];

export function databaseRuns(tables: SqliteTables, at: Place): ReadonlyMap<string, Run> {
  const metrics = databaseMetrics(tables);
  const datasets = databaseDatasets(tables, at);
  const runs = new Map<string, Run>();
  for (const row of tables.rows("runs", COLUMNS)) {
    const id = textIn(row, "run_uuid") ?? "";
    const kept = [...(metrics.get(id)?.values() ?? [])];
    runs.set(id, {
      id,
      name: textIn(row, "name") || id.slice(0, 8),
      status: statusOf(textIn(row, "status")),
      deleted: textIn(row, "lifecycle_stage") === "deleted",
      endedAt: isoOfMillis(numberIn(row, "end_time")),
      metrics: kept.flatMap((metric) => metricOf(metric, at)),
      datasets: datasets.get(id) ?? NONE,
      copies: kept.flatMap((metric) => historyOf(metric, at)),
      at: { ...at, pointer: pointerTo("/runs", id) },
    });
  }
  return runs;
}

const NONE: readonly DatasetFact[] = [];

function metricOf({ name, latest, history }: KeptMetric, at: Place): RunMetric[] {
  const value = (latest ?? history)?.value;
  if (value === undefined) return [];
  return [{ name, value: Number.isFinite(value) ? value : null, dataset: null, at: placeOf(name, at) }];
}

/** The last value is kept in a table of its own, and every value in another. */
function historyOf({ name, latest, history, rows }: KeptMetric, at: Place): Aggregate[] {
  const [stated, recomputed] = [latest?.value ?? Number.NaN, history?.value ?? null];
  if (Number.isNaN(stated) && (recomputed === null || Number.isNaN(recomputed)) && rows > 0) return [];
  if (stated === recomputed && !Number.isFinite(stated)) return [];
  const because = recomputed === null ? "its history is not in the database" : null;
  const place = placeOf(name, at);
  return [{ name: `last value of ${name}`, stated, recomputed, because, tolerance: 0, rows, at: place }];
}

function placeOf(name: string, at: Place): Place {
  return { ...at, pointer: pointerTo("/latest_metrics", name) };
}
