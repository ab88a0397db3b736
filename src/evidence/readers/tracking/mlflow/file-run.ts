import type { DatasetFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import type { Aggregate } from "../../../output/output.ts";
import { isoOfMillis } from "../../iso-time.ts";
import { inside } from "./layout.ts";
import type { LoggedCopies } from "./logged-model.ts";
import { latestIn } from "./metric-file.ts";
import { type Run, type RunMetric, statusOf } from "./run.ts";
import { StoreFault, type StoreFiles } from "./store-files.ts";

/** A run's folder: `meta.yaml`, a file for each metric, and a folder for each data set. */
export async function fileRun(folder: string, files: StoreFiles, logged: LoggedCopies): Promise<Run> {
  const meta = await files.yaml(inside(folder, "meta.yaml"));
  const id = meta.get("run_id").text() ?? meta.get("run_uuid").text() ?? "";
  const name = meta.get("run_name").text() || id.slice(0, 8);
  const deleted = meta.get("lifecycle_stage").text() === "deleted";
  const metrics: RunMetric[] = [];
  const copies: Aggregate[] = [];
  const prefix = inside(folder, "metrics/");
  for (const path of files.below(prefix)) {
    const metric = path.slice(prefix.length);
    const read = await metricIn(path, metric, files);
    if (read) metrics.push(read);
    copies.push(...(await logged.of(id, metric, path)));
  }
  return {
    id,
    name,
    status: statusOf(meta.get("status").number() ?? meta.get("status").text()),
    deleted,
    endedAt: isoOfMillis(meta.get("end_time").number()),
    metrics,
    datasets: await datasetsOf(folder, files),
    copies,
    at: (deleted ? meta.get("lifecycle_stage") : meta.get("status")).at,
  };
}

async function metricIn(path: string, name: string, files: StoreFiles): Promise<RunMetric | null> {
  const file = await files.open(path);
  const latest = file && (await latestIn(file));
  if (!latest) throw new StoreFault(`${files.at(path).path} holds no value of the metric`, files.at(path));
  if ("bad" in latest) {
    const at = files.at(path, latest.bad);
    throw new StoreFault(`${at.path}, line ${latest.bad}, is no time, value and step of a metric`, at);
  }
  const { value, dataset, line } = latest;
  return { name, value: Number.isFinite(value) ? value : null, dataset, at: files.at(path, line) };
}

/** `inputs/<hash>/meta.yaml` says which, and as what; the experiment's `datasets/<hash>/meta.yaml` says the rest. */
async function datasetsOf(folder: string, files: StoreFiles): Promise<DatasetFact[]> {
  const prefix = inside(folder, "inputs/");
  const facts: DatasetFact[] = [];
  for (const path of files.below(prefix)) {
    if (!path.endsWith("/meta.yaml")) continue;
    const input = await files.yaml(path);
    const [, experiment = ""] = /^(.*\/)?[0-9a-f]{32}$/.exec(folder) ?? [];
    const kept = `${experiment}datasets/${input.get("source_id").text()}/meta.yaml`;
    if (files.has(kept)) facts.push(datasetOf(await files.yaml(kept), input));
  }
  return facts;
}

function datasetOf(dataset: Json, input: Json): DatasetFact {
  const profile = parseLoosely(dataset.get("profile").text() ?? "")?.value;
  return {
    kind: "dataset",
    name: dataset.get("name").text() ?? "",
    digest: dataset.get("digest").text(),
    rows: dataset.with(profile).get("num_rows").number(),
    split: input.get("tags", "mlflow.data.context").text(),
    at: dataset.at,
  };
}
