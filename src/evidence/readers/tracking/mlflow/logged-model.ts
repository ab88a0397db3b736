import type { Aggregate } from "../../../output/output.ts";
import { isLater, type Logged, loggedIn } from "./metric-file.ts";
import type { StoreFiles } from "./store-files.ts";

/** MLflow 3 writes a metric of a logged model twice: into the run, and into the model's own folder. */
export interface LoggedCopies {
  /** The second writings of a run's metric, each held against the run's line of the same step and time. */
  of(run: string, metric: string, path: string): Promise<Aggregate[]>;
}

export function loggedCopies(folders: readonly string[], files: StoreFiles): LoggedCopies {
  return {
    async of(run, metric, path) {
      const aggregates: Aggregate[] = [];
      for (const folder of folders) {
        const copy = `${folder}/metrics/${metric}`;
        if (!files.has(copy)) continue;
        const written = await latest(copy, (logged) => logged.run === run);
        const own = written && (await latest(path, (logged) => isSame(logged, written)));
        if (!written || !own || (Object.is(own.value, written.value) && !Number.isFinite(own.value)))
          continue;
        aggregates.push({
          name: `${metric}|${folder.slice(folder.lastIndexOf("/") + 1)}`,
          stated: own.value,
          recomputed: written.value,
          because: null,
          tolerance: 0,
          rows: 1,
          at: files.at(path, own.line),
        });
      }
      return aggregates;
    },
  };

  async function latest(path: string, fits: (logged: Logged) => boolean): Promise<Logged | null> {
    const file = await files.open(path);
    let found: Logged | null = null;
    if (file === null) return null;
    for await (const logged of loggedIn(file)) {
      if ("bad" in logged || !fits(logged)) continue;
      if (found === null || isLater(logged, found)) found = logged;
    }
    return found;
  }
}

function isSame(one: Logged, other: Logged): boolean {
  return one.step === other.step && one.time === other.time;
}
