import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Refusal } from "../../src/workspace/refusal.ts";
import { isRefusal, type OpenFile } from "../../src/workspace/tree.ts";
import { commit, type Files, initialise } from "../support/repository.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder outside any repository, gone after the test file. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "workspace-")));
  folders.push(folder);
  return folder;
}

/** A repository whose one commit holds `files`. */
export function repositoryOf(files: Files, format = "sha1"): string {
  const folder = scratch();
  initialise(folder, format);
  commit(folder, files);
  return folder;
}

export async function text(file: OpenFile | Refusal): Promise<string> {
  if (isRefusal(file)) return `refused: ${file.refused}`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

export function refused(file: OpenFile | Refusal): Refusal | null {
  return isRefusal(file) ? file : null;
}
