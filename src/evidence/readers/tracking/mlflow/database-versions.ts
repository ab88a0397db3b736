import type { Place } from "../../../../documents/place.ts";
import type { VersionFact } from "../../../output/fact.ts";
import type { SqliteTables } from "../sqlite.ts";
import { isKept, stageOf } from "./registered.ts";
import { numberIn, textIn } from "./row.ts";

/** Every version of every registered model, with its aliases and the run that made it. */
export function databaseVersions(tables: SqliteTables, at: Place): VersionFact[] {
  const aliases = new Map<string, string[]>();
  for (const row of tables.rows("registered_model_aliases", ["name", "alias", "version"])) {
    const key = keyOf(textIn(row, "name"), numberIn(row, "version"));
    aliases.set(key, [...(aliases.get(key) ?? []), textIn(row, "alias") ?? ""]);
  }
  const makers = new Map<string, string | null>();
  for (const row of tables.rows("logged_models", ["model_id", "source_run_id"]))
    makers.set(`models:/${textIn(row, "model_id")}`, textIn(row, "source_run_id"));
  const facts: VersionFact[] = [];
  for (const row of tables.rows("model_versions", ["name", "version", "current_stage", "run_id", "source"])) {
    const stage = textIn(row, "current_stage");
    const [model, version] = [textIn(row, "name"), numberIn(row, "version")];
    if (model === null || version === null || !isKept(stage)) continue;
    facts.push({
      kind: "version",
      model,
      version: String(version),
      stage: stageOf(stage),
      aliases: aliases.get(keyOf(model, version)) ?? [],
      run: textIn(row, "run_id") || (makers.get(textIn(row, "source") ?? "") ?? null),
      at: { ...at, pointer: `/model_versions/${version}` },
    });
  }
  return facts;
}

function keyOf(model: string | null, version: number | null): string {
  return `${version} ${model}`;
}
