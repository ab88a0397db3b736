import type { VersionFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Layout } from "./layout.ts";
import { isKept, stageOf } from "./registered.ts";
import { StoreFault, type StoreFiles } from "./store-files.ts";

/** The versions in `models/<name>/version-N/meta.yaml`, with the aliases that the model's folder gives them. */
export async function fileRegistry({ versions, logged }: Layout, files: StoreFiles): Promise<VersionFact[]> {
  const facts: VersionFact[] = [];
  for (const { model, version, folder } of versions) {
    const meta = await files.yaml(`${folder}/meta.yaml`);
    const stage = meta.get("current_stage").text();
    if (!isKept(stage)) continue;
    facts.push({
      kind: "version",
      model: meta.get("name").text() ?? model,
      version,
      stage: stageOf(stage),
      aliases: await aliasesOf(folder.slice(0, folder.lastIndexOf("/")), version, files),
      run: meta.get("run_id").text() || (await runOfSource(meta, logged, files)),
      at: meta.at,
    });
  }
  return facts;
}

async function aliasesOf(model: string, version: string, files: StoreFiles): Promise<string[]> {
  const prefix = `${model}/aliases/`;
  const aliases: string[] = [];
  for (const path of files.below(prefix)) {
    const text = await files.text(path);
    if (text === null) throw new StoreFault(`${files.at(path).path} cannot be opened`, files.at(path));
    if (text.trim() === version) aliases.push(path.slice(prefix.length));
  }
  return aliases;
}

/** MLflow 3 may name the logged model alone, which knows the run that made it. */
async function runOfSource(meta: Json, logged: readonly string[], files: StoreFiles): Promise<string | null> {
  const id =
    meta.get("model_id").text() ?? /^models:\/(m-[0-9a-f]{32})$/.exec(meta.get("source").text() ?? "")?.[1];
  const folder = logged.find((each) => each.endsWith(`/${id}`));
  return folder === undefined ? null : (await files.yaml(`${folder}/meta.yaml`)).get("source_run_id").text();
}
