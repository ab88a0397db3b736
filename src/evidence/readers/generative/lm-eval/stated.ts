import type { Json } from "../../../output/json.ts";

/** A number that a run states about one task, metric and filter. */
export interface Stated {
  readonly task: string;
  readonly metric: string;
  /** "none" where answers were taken as they came. */
  readonly filter: string;
  readonly isError: boolean;
  readonly value: Json;
}

const ERROR = "_stderr";
/** Since 0.4 names and filters are divided by a comma; before, the name stands alone. */
const PLAIN: ReadonlySet<string> = new Set(["alias", "name", "sample_len", "samples", "sample_count"]);

/** Every number of every task. What is "N/A" was not computed. */
export function* statedIn(root: Json): Generator<Stated> {
  for (const [task, numbers] of root.get("results").entries()) {
    for (const [key, value] of numbers.entries()) {
      if (PLAIN.has(key) || value.isMap || value.isList) continue;
      const comma = key.lastIndexOf(",");
      const name = comma < 0 ? key : key.slice(0, comma);
      const filter = comma < 0 ? "none" : key.slice(comma + 1);
      if (name === "bypass" || name === `bypass${ERROR}`) continue;
      const isError = name.endsWith(ERROR);
      const metric = isError ? name.slice(0, -ERROR.length) : name;
      yield { task, metric, filter, isError, value };
    }
  }
}

/** The aggregation that a task's configuration names for a metric, or null. */
export function aggregationNamed(root: Json, task: string, metric: string): string | null {
  for (const each of root.get("configs", task, "metric_list").items()) {
    if (each.get("metric").text() === metric) return each.get("aggregation").text();
  }
  return null;
}
