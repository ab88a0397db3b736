/** A folder of MLflow's file store by the paths in it, all relative to the folder that the card names. */
export interface Layout {
  /** Folder of each run, by the run's id; "" when the named folder is the run itself. */
  readonly runs: ReadonlyMap<string, string>;
  readonly versions: readonly { readonly model: string; readonly version: string; readonly folder: string }[];
  /** Folders of the models that MLflow 3 keeps beside its runs. */
  readonly logged: readonly string[];
}

const RUN = /^(?:(.{0,400})\/)?([0-9a-f]{32})\/meta\.yaml$/;
const VERSION = /^(?:(?:.{0,200}\/)?models\/)?([^/]{1,256})\/version-(\d{1,9})\/meta\.yaml$/;
const LOGGED = /^((?:.{0,400}\/)?models\/m-[0-9a-f]{32})\/meta\.yaml$/;
/** What has an id as a run has, and what was thrown away. */
const OTHER = /(?:^|\/)(?:datasets|inputs|outputs|traces|artifacts|\.trash)(?:\/|$)/;

export function layoutOf(paths: readonly string[]): Layout {
  const runs = new Map<string, string>();
  const versions: { model: string; version: string; folder: string }[] = [];
  const logged: string[] = [];
  for (const path of paths) {
    if (!path.endsWith("meta.yaml") || OTHER.test(path)) continue;
    const folder = path.slice(0, -"/meta.yaml".length);
    const [, , id] = RUN.exec(path) ?? [];
    const [, model, version] = VERSION.exec(path) ?? [];
    if (id !== undefined) runs.set(id, folder);
    else if (model !== undefined && version !== undefined) versions.push({ model, version, folder });
    else if (LOGGED.test(path)) logged.push(folder);
  }
  const isRun = runs.size === 0 && paths.includes("meta.yaml") && paths.some((path) => IN_RUN.test(path));
  if (isRun) runs.set("", "");
  return { runs, versions, logged };
}

/** Experiments have tags, too, and neither metrics nor parameters. */
const IN_RUN = /^(?:metrics|params)\/|^tags\/mlflow\.runName$/;

export function inside(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}
