import { join } from "node:path";
import { folderSource } from "../../src/evidence/output/folder.ts";
import type { Aggregate, ToolOutput } from "../../src/evidence/output/output.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { readFolder, readOutput } from "../../src/evidence/output/read-output.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { isRefusal } from "../../src/workspace/tree.ts";
import { workTree } from "../../src/workspace/work-tree.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/evidence");

/** A fixture, file or folder, read as the gate reads it: `read("promptfoo/0.121/complete.json")`. */
export async function readFixture(
  path: string,
  declared: string | null = null,
  caps: Caps = CAPS,
): Promise<OutputState> {
  const tree = await workTree(FIXTURES, caps, null);
  const file = await tree.open(path);
  if (!isRefusal(file)) return readOutput(file, declared, caps);
  const folder = file.refused === "is-directory" ? await folderSource(tree, path, caps) : null;
  if (folder === null) throw new Error(file.says);
  return readFolder(folder, declared, caps);
}

/** The fixture's output; a test of it fails when it is anything else. */
export async function outputOf(path: string, declared: string | null = null): Promise<ToolOutput> {
  const state = await readFixture(path, declared);
  if (state.kind !== "output") throw new Error(`${path} is ${JSON.stringify(state)}`);
  return state.output;
}

/** The aggregates that the file's own rows do not give. */
export function contradicted(output: ToolOutput): readonly Aggregate[] {
  return output.aggregates.filter(
    ({ stated, recomputed, tolerance }) =>
      recomputed !== null && !(Math.abs(stated - recomputed) <= tolerance),
  );
}
