import { jsonDocument } from "../../../output/document.ts";
import type { FolderSource } from "../../../output/source.ts";
import { resultsRun, samplesName, sharedName, split } from "./file-name.ts";
import { isRun } from "./run.ts";

/** A run's results, with the samples of its tasks. */
export interface RunFiles {
  readonly results: string;
  readonly samples: readonly { readonly task: string; readonly path: string }[];
}

/** Results with the samples that carry their time. */
export function timedRuns(paths: readonly string[]): readonly RunFiles[] {
  const byRun = new Map<string, { task: string; path: string }[]>();
  for (const path of paths) {
    const named = samplesName(path);
    if (named === null) continue;
    const samples = byRun.get(named.run);
    if (samples) samples.push({ task: named.task, path });
    else byRun.set(named.run, [{ task: named.task, path }]);
  }
  return paths.flatMap((path) => {
    const run = resultsRun(path);
    return run === null ? [] : [{ results: path, samples: byRun.get(run) ?? [] }];
  });
}

const HEAD_BYTES = 64;
const BEGINS = /^\s{0,16}\{\s{0,16}"results"\s{0,16}:/;
const MOST_LOOKED_AT = 20;

/** Up to version 0.4.2 no name has a time: samples carry the arguments of the model that their results state. */
export async function untimedRuns(folder: FolderSource): Promise<readonly RunFiles[]> {
  const known = new Set(folder.paths);
  const beside = new Set(
    folder.paths.filter((path) => path.endsWith(".jsonl")).map((path) => split(path).folder),
  );
  const candidates = folder.paths.filter(
    (path) => path.endsWith(".json") && resultsRun(path) === null && beside.has(split(path).folder),
  );
  const runs: RunFiles[] = [];
  for (const path of candidates.slice(0, MOST_LOOKED_AT)) {
    const file = await folder.open(path);
    const head = file === null ? new Uint8Array(0) : await file.read(0, Math.min(file.size, HEAD_BYTES));
    const text = BEGINS.test(Buffer.from(head).toString("latin1")) ? await folder.text(path) : null;
    const root = text === null ? undefined : jsonDocument(text, path).source?.root;
    if (!root || !isRun(root)) continue;
    const model = root.get("config", "model_args").text() ?? "";
    const samples = [...root.get("configs").entries()].flatMap(([task]) => {
      const own = split(path).folder + sharedName(model, task);
      return known.has(own) ? [{ task, path: own }] : [];
    });
    if (samples.length > 0) runs.push({ results: path, samples });
  }
  return runs;
}
