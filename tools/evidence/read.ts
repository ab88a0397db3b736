import { folderSource } from "../../src/evidence/output/folder.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { readFolder, readOutput } from "../../src/evidence/output/read-output.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { isRefusal, type Tree } from "../../src/workspace/tree.ts";

/** A file or a folder of a tree, as the gate reads it. @throws Error when there is neither. */
export async function readEvidence(tree: Tree, { path, isFolder }: Named): Promise<OutputState> {
  if (isFolder) {
    const folder = await folderSource(tree, path, CAPS);
    if (folder !== null) return readFolder(folder, null, CAPS);
    throw new Error(`${path} holds no file`);
  }
  const file = await tree.open(path);
  if (isRefusal(file)) throw new Error(file.says);
  return readOutput(file, null, CAPS);
}

interface Named {
  readonly path: string;
  readonly isFolder: boolean;
}
