import type { EvidenceEntry } from "../inventory/model.ts";
import { resolveIn } from "../inventory/resolve.ts";
import type { Sourced } from "../inventory/sourced.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import type { Opened } from "./declared.ts";
import type { EvidenceFile } from "./file.ts";
import type { OutputState } from "./output/output-state.ts";
import type { TableContent } from "./table.ts";

interface Ground {
  readonly tree: Tree;
  readonly folder: string;
  readonly caps: Caps;
}

/** A file that is no table may be anything; one that is broken as a file is nothing. */
const BROKEN: ReadonlySet<string> = new Set(["empty", "truncated", "pointer-file", "unreadable"]);

/** One for each file that the entry names: a pattern may name the files of several tools. */
export async function filesOf(
  id: string,
  entry: EvidenceEntry,
  declared: Sourced<string>,
  opened: Opened,
  content: TableContent,
  { tree, folder, caps }: Ground,
): Promise<EvidenceFile[]> {
  // Most models have tables alone, and need none of the readers.
  const { folderSource, readFolder, readOutput } = await import("./output/read-output.ts");
  const kind = entry.kind?.value ?? null;
  const about = {
    split: entry.split?.value ?? null,
    declared,
    sha256: entry.sha256,
    at: entry.at,
  };
  const kindOf = (output: OutputState) => kind ?? (output.kind === "output" ? "tool-output" : "unrecognised");
  const whole = { ...about, id, path: opened.paths[0] ?? declared.value };
  if (opened.problem) {
    const found =
      opened.problem.code === "is-directory"
        ? await folderSource(tree, resolveIn(folder, declared.value), caps)
        : null;
    if (found === null)
      return [{ ...whole, kind: kindOf(UNOPENED), problem: opened.problem, output: UNOPENED }];
    const output = await readFolder(found, kind, caps);
    return [{ ...whole, kind: kindOf(output), path: found.path, problem: null, output }];
  }
  const flaw = content.kind === "unreadable" && BROKEN.has(content.problem.code) ? content.problem : null;
  const files: EvidenceFile[] = [];
  for (const [index, file] of opened.files.entries()) {
    const output = file.size === 0 ? UNOPENED : await readOutput(file, kind, caps);
    const problem = output.kind === "output" ? null : index === 0 ? flaw : null;
    const own = index === 0 ? id : `${id}:${file.path}`;
    files.push({ ...about, kind: kindOf(output), id: own, path: file.path, problem, output });
  }
  return files;
}

const UNOPENED: OutputState = { kind: "unopened" };
