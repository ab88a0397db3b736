import { WorkspaceError } from "./error.ts";
import { lastError } from "./git-message.ts";

export function gitMissing(cause: unknown): WorkspaceError {
  return new WorkspaceError(
    "git-missing",
    "git could not be started.",
    "Install git, and put it on PATH.",
    cause,
  );
}

export function gitTimeout(args: readonly string[], seconds: number): WorkspaceError {
  return new WorkspaceError(
    "git-timeout",
    `git ${args[0]} gave nothing for ${seconds} seconds and was stopped.`,
    `Run git ${args[0]} by hand in the repository to see what it waits for.`,
  );
}

export function gitOverCap(args: readonly string[], bytes: number): WorkspaceError {
  return new WorkspaceError(
    "git-output-over-cap",
    `git ${args[0]} wrote more than ${bytes} bytes.`,
    "Check that the repository is what you expect it to be.",
  );
}

/** What git's standard error says, as an error for the operator. */
export function gitFailed(args: readonly string[], stderr: string): WorkspaceError {
  if (stderr.includes("dubious ownership")) return unsafeRepository(stderr);
  return new WorkspaceError(
    "git-failed",
    `git ${args[0]} failed: ${lastError(stderr)}`,
    `Run git ${args[0]} by hand in the repository, and repair what it names.`,
  );
}

function unsafeRepository(stderr: string): WorkspaceError {
  const folder = /dubious ownership in repository at '([^\n]*)'/.exec(stderr)?.[1] ?? "the repository";
  return new WorkspaceError(
    "unsafe-repository",
    `git will not read ${folder}, because another user owns it.`,
    `git config --global --add safe.directory ${quoted(folder)}`,
  );
}

/** The fix is a line to paste, and the folder's name is not ours: one shell word, whatever it holds. */
function quoted(folder: string): string {
  return /^[\w./:@%+,-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
}
