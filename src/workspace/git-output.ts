import { gitFailed, gitMissing, gitTimeout } from "./git-failure.ts";
import { type GitProcess, type Reach, spawnGit } from "./git-spawn.ts";

const SILENCE_SECONDS = 120;
const STDERR_CHARACTERS = 64 * 1024;

export interface GitEnd {
  readonly status: number | null;
  /** The end of what git wrote to standard error. */
  readonly stderr: string;
}

export interface GitOutputOptions {
  readonly reach?: Reach;
  readonly seconds?: number;
  /** Judges the end of the process; by default any status but 0 is a failure. */
  readonly ended?: (end: GitEnd) => void;
}

/**
 * Standard output of one git call, as it comes. Stopping early stops git. Throws `WorkspaceError` when git is
 * missing, is silent for too long, or ends in a way that `ended` does not accept.
 */
export async function* gitOutput(
  folder: string,
  args: readonly string[],
  { reach = "offline", seconds = SILENCE_SECONDS, ended }: GitOutputOptions = {},
): AsyncGenerator<Uint8Array> {
  const child = spawnGit(folder, args, reach);
  child.stdin.end();
  const end = endOf(child);
  const pieces: AsyncIterator<Uint8Array> = child.stdout[Symbol.asyncIterator]();
  let running = true;
  try {
    for (;;) {
      const next = await within(seconds, pieces.next(), args);
      if (next.done) break;
      yield next.value;
    }
    const seen = await within(seconds, end, args);
    running = false;
    if (ended !== undefined) ended(seen);
    else if (seen.status !== 0) throw gitFailed(args, seen.stderr);
  } finally {
    if (running) stop(child);
  }
}

function endOf(child: GitProcess): Promise<GitEnd> {
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARACTERS);
  });
  const end = new Promise<GitEnd>((resolve, reject) => {
    child.on("error", (cause) => reject(gitMissing(cause)));
    child.on("close", (status) => resolve({ status, stderr }));
  });
  // Whoever stops early never asks for the end.
  end.catch(() => {});
  return end;
}

async function within<T>(seconds: number, waited: Promise<T>, args: readonly string[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(gitTimeout(args, seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([waited, late]);
  } finally {
    clearTimeout(timer);
  }
}

function stop(child: GitProcess): void {
  child.kill("SIGTERM");
  child.stdout.destroy();
  child.stderr.destroy();
}
