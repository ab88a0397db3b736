import { folderSource } from "../../src/evidence/output/folder.ts";
import type { ToolOutput } from "../../src/evidence/output/output.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { readFolder, readOutput } from "../../src/evidence/output/read-output.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { bufferFile } from "./buffer-file.ts";
import { memoryTree } from "./memory-tree.ts";

/** Text or a value written as JSON, read as the gate reads a file of that content. */
export function readWritten(content: unknown, caps: Caps = CAPS): Promise<OutputState> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return readOutput(bufferFile("evidence.json", text), null, caps);
}

/** A folder of files by their paths in it, as the gate reads it. */
export async function readWrittenFolder(files: Readonly<Record<string, string>>): Promise<OutputState> {
  const inside = Object.entries(files).map(([path, text]) => [`tool/${path}`, text]);
  const folder = await folderSource(memoryTree(Object.fromEntries(inside)), "tool", CAPS);
  if (folder === null) throw new Error("there is no file");
  return readFolder(folder, null, CAPS);
}

/** The output of what was written; a test of it fails when it is anything else. */
export async function outputWritten(content: unknown, caps: Caps = CAPS): Promise<ToolOutput> {
  const state = await readWritten(content, caps);
  if (state.kind !== "output") throw new Error(JSON.stringify(state));
  return state.output;
}

/** Records as JSON Lines. */
export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
