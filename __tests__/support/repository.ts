import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths and contents; null removes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: "Mona",
  GIT_AUTHOR_EMAIL: "mona@example.com",
  GIT_AUTHOR_DATE: "2026-03-31T12:00:00Z",
  GIT_COMMITTER_NAME: "Mona",
  GIT_COMMITTER_EMAIL: "mona@example.com",
  GIT_COMMITTER_DATE: "2026-03-31T12:00:00Z",
};

/** Runs git away from the developer's own configuration, with fixed names and dates. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, env: ENVIRONMENT, encoding: "utf8", stdio: "pipe" }).trim();
}

export function initialise(folder: string, format = "sha1"): void {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet", "--initial-branch=main", `--object-format=${format}`);
}

export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

/** Writes the files and commits them with whatever else has changed; answers with the commit's id. */
export function commit(folder: string, files: Files = {}, message = "A change"): string {
  write(folder, files);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", message);
  return git(folder, "rev-parse", "HEAD");
}
