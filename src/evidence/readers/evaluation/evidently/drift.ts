import type { CheckFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import { isDrift } from "./suite-test.ts";

const SHARE_ROUNDING = 1e-9;

/** The columns of a `DataDriftTable`, each with its score; a report asserts nothing, so that drift is a warning. */
export function driftChecks(table: Json): readonly CheckFact[] {
  return columnsOf(table).map(([column, json]) => ({
    kind: "check",
    suite: "DataDriftTable",
    name: `drift by ${json.get("stattest_name").text() ?? "an unnamed test"}`,
    column,
    outcome: outcomeOf(json.get("drift_detected").boolean()),
    severity: null,
    value: json.get("drift_score").number(),
    threshold: json.get("stattest_threshold").number(),
    at: json.at,
  }));
}

function outcomeOf(drift: boolean | null): CheckFact["outcome"] {
  if (drift === null) return "error";
  return drift ? "warned" : "passed";
}

/** Whether each column drifted, by its own score; how many did; and what follows for the data set. */
export function driftAggregates(metrics: readonly Json[]): readonly Aggregate[] {
  const tables = metrics.filter((metric) => metric.get("result", "drift_by_columns").isMap);
  const [first] = tables;
  if (first === undefined) return [];
  const each = tables.flatMap((table) =>
    columnsOf(table.get("result")).flatMap(([name, json]) => detected(name, json)),
  );
  const columns = columnsOf(first.get("result"));
  const drifted = columns.filter(([, json]) => json.get("drift_detected").boolean() === true).length;
  const share = columns.length === 0 ? 0 : drifted / columns.length;
  const limit = metrics
    .map((metric) => metric.get("result", "drift_share").number())
    .find((found) => found !== null);
  const counted = {
    number_of_columns: columns.length,
    number_of_drifted_columns: drifted,
    share_of_drifted_columns: share,
    ...(limit == null ? {} : { dataset_drift: Number(share >= limit) }),
  };
  const stated = metrics.filter((metric) =>
    metric.get("result").has("number_of_drifted_columns", "dataset_drift"),
  );
  return [
    ...each,
    ...stated.flatMap((metric) =>
      Object.entries(counted).flatMap(([name, recomputed]): Aggregate[] => {
        const json = metric.get("result", name);
        const value = json.number() ?? (json.boolean() === null ? null : Number(json.boolean()));
        if (value === null) return [];
        const about = { name: `${metric.get("metric").text()}|${name}`, stated: value, because: null };
        return [{ ...about, recomputed, tolerance: SHARE_ROUNDING, rows: columns.length, at: json.at }];
      }),
    ),
  ];
}

function columnsOf(table: Json): readonly (readonly [string, Json])[] {
  return [...table.get("drift_by_columns").entries()];
}

function detected(column: string, json: Json): readonly Aggregate[] {
  const [score, limit] = [json.get("drift_score").number(), json.get("stattest_threshold").number()];
  const drift = json.get("drift_detected").boolean();
  const method = json.get("stattest_name").text();
  if (score === null || limit === null || drift === null || method === null) return [];
  const name = `drift_detected|${column}`;
  const recomputed = Number(isDrift(score, limit, method));
  const { at } = json.get("drift_detected");
  return [{ name, stated: Number(drift), recomputed, because: null, tolerance: 0, rows: 1, at }];
}
