import { WorkspaceError } from "./error.ts";
import { gitFailed } from "./git-failure.ts";
import type { GitObjects } from "./git-objects.ts";
import { isCommitId } from "./git-ref.ts";
import { runGit } from "./git-run.ts";

const COMMIT_BYTES = 1024 * 1024;
/** More ends of history than this are taken as unknown history. */
const ROOTS = 100;

/** A commit's parents as the commit itself names them, also those that a shallow clone does not have. */
export async function parentsOf(objects: GitObjects, commit: string): Promise<readonly string[]> {
  const object = await objects.read(commit, COMMIT_BYTES);
  if (object === null || object.type !== "commit") {
    throw unknown(commit);
  }
  if (object.bytes === null) {
    throw new WorkspaceError(
      "over-cap",
      `Commit ${commit} is larger than ${COMMIT_BYTES} bytes.`,
      "Check that the repository is what you expect it to be.",
    );
  }
  const [, ...lines] = Buffer.from(object.bytes).toString("latin1").split("\n");
  const after = lines.findIndex((line) => !line.startsWith("parent "));
  return lines.slice(0, after).map((line) => line.slice("parent ".length));
}

/**
 * The best common ancestor; null when there is none, or when the clone is too shallow to know: a history cut
 * off on this side of the ancestor may hide a better one.
 */
export async function mergeBaseOf(
  folder: string,
  objects: GitObjects,
  a: string,
  b: string,
): Promise<string | null> {
  for (const commit of [a, b]) if (!isCommitId(commit)) throw unknown(commit);
  const asked = ["merge-base", a, b];
  const { status, stdout, stderr } = await runGit(folder, asked);
  if (status === 1) return null;
  if (status !== 0) throw gitFailed(asked, stderr);
  const base = stdout.trim();
  const ends = await runGit(folder, [
    "rev-list",
    `--max-count=${ROOTS}`,
    "--max-parents=0",
    a,
    b,
    `^${base}`,
  ]);
  if (ends.status !== 0) throw gitFailed(["rev-list"], ends.stderr);
  const roots = ends.stdout.split("\n").filter((id) => id !== "");
  if (roots.length === ROOTS) return null;
  for (const root of roots) if ((await parentsOf(objects, root)).length > 0) return null;
  return base;
}

function unknown(commit: string): WorkspaceError {
  return new WorkspaceError(
    "unknown-ref",
    `There is no commit ${commit} in this clone.`,
    "Fetch it first, or check out with the whole history (fetch-depth: 0 in actions/checkout).",
  );
}
