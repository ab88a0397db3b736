import type { Place } from "../../../../documents/place.ts";
import type { DatasetFact, Fact, MetricFact, VersionFact } from "../../../output/fact.ts";
import type { OutputWarning, Shortfall, ToolOutput } from "../../../output/output.ts";
import { confusionAggregates } from "./confusion.ts";
import { newestOf } from "./registered.ts";
import { type Run, shortfallOf } from "./run.ts";

/** What a store keeps, before it is known which of its runs counts. */
export interface Store {
  readonly tool: string;
  readonly formatVersion: string | null;
  readonly versions: readonly VersionFact[];
  /** Without a registry every run that is there, and no run's metrics twice. */
  readonly ids: readonly string[];
  run(id: string): Promise<Run | null>;
  readonly warnings: readonly OutputWarning[];
  readonly at: Place;
}

/**
 * The runs that the registry names, each model's newest version; without a registry those that finished. A store
 * is a history, and numbers of runs that nobody chose are not the model's.
 */
export async function tracked(store: Store): Promise<ToolOutput> {
  const { tool, formatVersion, versions, at } = store;
  const newest = newestOf(versions);
  const { runs, missing } = newest.length > 0 ? await registered(store, newest) : await unregistered(store);
  const several = runs.length > 1;
  const facts: Fact[] = [
    ...versions,
    ...runs.flatMap(({ datasets }) => datasets),
    ...runs.flatMap(metricsOf),
  ];
  const shortfalls = runs.flatMap((run) => shortfallOf(run) ?? []);
  const [only] = newest;
  return {
    tool,
    formatVersion,
    producedAt: lastOf(runs.flatMap(({ endedAt }) => endedAt ?? [])),
    subject: only && newest.length === 1 ? { model: only.model, version: only.version, digest: null } : null,
    facts,
    incomplete: [...missing, ...shortfalls],
    aggregates: runs.flatMap((run) => [
      ...confusionAggregates(run.metrics, several ? run.name : null),
      ...run.copies,
    ]),
    warnings: [...store.warnings, ...(several ? [severalRuns(runs, at)] : [])],
  };
}

interface Chosen {
  readonly runs: readonly Run[];
  readonly missing: readonly Shortfall[];
}

async function registered(store: Store, newest: readonly VersionFact[]): Promise<Chosen> {
  const runs = new Map<string, Run>();
  const missing: Shortfall[] = [];
  for (const { model, version, run: id, at } of newest) {
    const run = id === null ? null : await store.run(id);
    if (run) runs.set(run.id, run);
    else {
      const says = `version ${version} of ${model} comes from ${id === null ? "no run" : `the run ${id.slice(0, 80)}, which is not here`}`;
      missing.push({ code: "empty", says, fix: "commit the run that made the registered version", at });
    }
  }
  return { runs: [...runs.values()], missing };
}

async function unregistered(store: Store): Promise<Chosen> {
  const runs: Run[] = [];
  for (const id of store.ids) {
    const run = await store.run(id);
    if (run) runs.push(run);
  }
  const whole = runs.filter((run) => shortfallOf(run) === null);
  if (whole.length > 0) return { runs: whole, missing: [] };
  if (runs.length > 0) return { runs, missing: [] };
  const fix = "commit the run that evaluated the model";
  return { runs, missing: [{ code: "empty", says: "the store has no run", fix, at: store.at }] };
}

/** MLflow 3 writes beside a metric of which data set it is, and as what the run used that one. */
function metricsOf({ metrics, datasets }: Run): MetricFact[] {
  return metrics.map(({ name, value, dataset, at }) => ({
    kind: "metric",
    name,
    value,
    split: dataset === null ? null : splitOf(dataset, datasets),
    dataset,
    slice: {},
    params: {},
    n: null,
    at,
  }));
}

function splitOf(name: string, datasets: readonly DatasetFact[]): string | null {
  const [split, ...others] = new Set(datasets.filter((each) => each.name === name).map((each) => each.split));
  return others.length > 0 ? null : (split ?? null);
}

function lastOf(times: readonly string[]): string | null {
  return times.reduce<string | null>((last, time) => (last === null || time > last ? time : last), null);
}

function severalRuns(runs: readonly Run[], at: Place): OutputWarning {
  const says = `the numbers are of ${runs.length} runs, ${runs[0]?.name} among them; to mean one, name its own folder`;
  return { code: "several-runs", says, at };
}
