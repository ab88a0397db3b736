import type { Row, SqliteTables } from "../sqlite.ts";
import { isLater } from "./metric-file.ts";
import { numberIn, textIn } from "./row.ts";

interface Point {
  readonly step: number;
  readonly time: number;
  readonly value: number;
}

/** A metric of one run, as the table of last values has it and as the table of all values does. */
export interface KeptMetric {
  readonly name: string;
  readonly latest: Point | null;
  readonly history: Point | null;
  readonly rows: number;
}

/** By run, then by name. Of a history no more is held than its last value. */
export function databaseMetrics(tables: SqliteTables): ReadonlyMap<string, ReadonlyMap<string, KeptMetric>> {
  const runs = new Map<string, Map<string, KeptMetric>>();
  const columns = ["run_uuid", "key", "value", "timestamp", "step", "is_nan"];
  for (const row of tables.rows("latest_metrics", columns)) {
    const { of, metric } = metricIn(row);
    of.set(metric.name, { ...metric, latest: pointIn(row) });
  }
  for (const row of tables.rows("metrics", columns)) {
    const { of, metric } = metricIn(row);
    const point = pointIn(row);
    const later = metric.history === null || isLater(point, metric.history);
    of.set(metric.name, { ...metric, history: later ? point : metric.history, rows: metric.rows + 1 });
  }
  return runs;

  function metricIn(row: Row) {
    const [run, name] = [textIn(row, "run_uuid") ?? "", textIn(row, "key") ?? ""];
    const of = runs.get(run) ?? new Map<string, KeptMetric>();
    runs.set(run, of);
    return { of, metric: of.get(name) ?? { name, latest: null, history: null, rows: 0 } };
  }
}

/** What the database writes for an infinity, which SQL has none of. */
const INFINITE = Number.MAX_VALUE;

function pointIn(row: Row): Point {
  const value = numberIn(row, "value") ?? Number.NaN;
  const finite = Math.abs(value) < INFINITE ? value : value * 2;
  const step = numberIn(row, "step") ?? 0;
  const time = numberIn(row, "timestamp") ?? 0;
  return { step, time, value: numberIn(row, "is_nan") ? Number.NaN : finite };
}
