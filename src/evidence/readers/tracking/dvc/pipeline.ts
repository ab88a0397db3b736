import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";

/** The stages of a `dvc.yaml` that its lock does not have, or has as they were before they were changed. */
export function gapsOf(pipeline: Json, lock: Json): Shortfall[] {
  const stages = [...pipeline.get("stages").entries()].filter(
    ([, stage]) => !stage.has("foreach") && !stage.has("matrix"),
  );
  return stages.flatMap(([name, stage]) => {
    const named = `the stage \`${name.slice(0, 80)}\``;
    const run = lock.get("stages", name);
    const fix = "run `dvc repro`, and commit `dvc.lock`";
    const gap = (says: string): Shortfall => ({ code: "unfinished", says, fix, at: stage.at });
    if (!run.exists) return [gap(`${named} was never run to its end`)];
    return isAsRun(stage, run) ? [] : [gap(`${named} was changed since it was run`)];
  });
}

/** What `dvc status` compares, beside the contents: the command, what it takes and what it makes. */
function isAsRun(stage: Json, run: Json): boolean {
  // What a template stands for is in other files.
  if (JSON.stringify(stage.value).includes("${")) return true;
  const made = [...pathsIn(stage, "outs"), ...pathsIn(stage, "metrics"), ...pathsIn(stage, "plots")];
  return (
    JSON.stringify(stage.get("cmd").value) === JSON.stringify(run.get("cmd").value) &&
    sorted(pathsIn(stage, "deps")) === sorted(pathsIn(run, "deps")) &&
    sorted(made) === sorted(pathsIn(run, "outs"))
  );
}

/** A list of paths, of `path: {options}` as `dvc.yaml` has them, or of `{path, md5}` as its lock has. */
function pathsIn(stage: Json, key: string): readonly string[] {
  return [...stage.get(key).items()].flatMap((item) => {
    const path = item.text() ?? item.get("path").text() ?? Object.keys(item.value ?? {})[0];
    return path === undefined ? [] : [path.replace(/\/$/, "")];
  });
}

function sorted(paths: readonly string[]): string {
  return JSON.stringify([...new Set(paths)].sort());
}
