import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Refusal } from "../../src/workspace/refusal.ts";
import { isRefusal, type OpenFile } from "../../src/workspace/tree.ts";

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

export function write(root: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export function git(folder: string, ...args: string[]): string {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgSign=false",
  ];
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
    GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
  };
  return execFileSync("git", [...identity, "-C", folder, ...args], { env, stdio: "pipe" })
    .toString()
    .trim();
}

/** A repository whose one commit holds `files`. */
export function repositoryOf(files: Record<string, string | Uint8Array>, format = "sha1"): string {
  const folder = scratch();
  git(folder, "init", "-q", "-b", "main", `--object-format=${format}`);
  write(folder, files);
  commit(folder);
  return folder;
}

export function commit(folder: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "-q", "--allow-empty", "-m", "a change");
  return git(folder, "rev-parse", "HEAD");
}

export async function text(file: OpenFile | Refusal): Promise<string> {
  if (isRefusal(file)) return `refused: ${file.refused}`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

export function refused(file: OpenFile | Refusal): Refusal | null {
  return isRefusal(file) ? file : null;
}
