import type { Place } from "../../../../documents/place.ts";
import type { DatasetFact } from "../../../output/fact.ts";
import { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import type { SqliteTables } from "../sqlite.ts";
import { textIn } from "./row.ts";

/** The data sets that each run took in, with what it used them as. */
export function databaseDatasets(tables: SqliteTables, at: Place): ReadonlyMap<string, DatasetFact[]> {
  const contexts = new Map<string, string | null>();
  for (const row of tables.rows("input_tags", ["input_uuid", "name", "value"]))
    if (textIn(row, "name") === "mlflow.data.context")
      contexts.set(textIn(row, "input_uuid") ?? "", textIn(row, "value"));
  const known = new Map<string, Omit<DatasetFact, "split">>();
  for (const row of tables.rows("datasets", ["dataset_uuid", "name", "digest", "dataset_profile"])) {
    const profile = parseLoosely(textIn(row, "dataset_profile") ?? "")?.value;
    known.set(textIn(row, "dataset_uuid") ?? "", {
      kind: "dataset",
      name: textIn(row, "name") ?? "",
      digest: textIn(row, "digest"),
      rows: new Json(profile, { at: () => at }).get("num_rows").number(),
      at: { ...at, pointer: "/datasets" },
    });
  }
  const byRun = new Map<string, DatasetFact[]>();
  const columns = ["input_uuid", "source_type", "source_id", "destination_type", "destination_id"];
  for (const row of tables.rows("inputs", columns)) {
    const dataset = known.get(textIn(row, "source_id") ?? "");
    const run = textIn(row, "destination_id") ?? "";
    if (!dataset || textIn(row, "destination_type") !== "RUN") continue;
    const split = contexts.get(textIn(row, "input_uuid") ?? "") ?? null;
    const of = byRun.get(run);
    if (of) of.push({ ...dataset, split });
    else byRun.set(run, [{ ...dataset, split }]);
  }
  return byRun;
}
