import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import type { ObjectFormat } from "./blob-id.ts";
import { WorkspaceError } from "./error.ts";
import { gitFailed } from "./git-failure.ts";
import { type Fetched, fetchCommit } from "./git-fetch.ts";
import { mergeBaseOf, parentsOf } from "./git-history.ts";
import { type GitObjects, gitObjects } from "./git-objects.ts";
import { commitNamed, resolveRef } from "./git-ref.ts";
import { type GitAnswer, runGit } from "./git-run.ts";

/** A git repository with a work tree, read by git itself with everything switched off that it could run. */
export interface GitRepository {
  /** The work tree's top folder, an absolute path. */
  readonly toplevel: string;
  readonly objectFormat: ObjectFormat;
  /** Whether history was cut off when the repository was opened. */
  readonly shallow: boolean;
  readonly objects: GitObjects;
  /** The full id of the commit that `ref` names, or null. A ref that begins with `-` names none. */
  resolve(ref: string): Promise<string | null>;
  /** As `resolve`, but throws `unknown-ref`, naming the nearest branch or tag. */
  commitNamed(ref: string): Promise<string>;
  has(commit: string): Promise<boolean>;
  /** In the order of the commit; also parents that a shallow clone lacks. Throws `unknown-ref`. */
  parents(commit: string): Promise<readonly string[]>;
  fetch(commit: string): Promise<Fetched>;
  /** Null when there is none or a shallow clone cannot tell. */
  mergeBase(a: string, b: string): Promise<string | null>;
  close(): void;
}

/** The repository that holds `folder`; null when there is no git, no repository, or one without a work tree. */
export async function openRepository(folder: string): Promise<GitRepository | null> {
  if (!hasRepositoryAbove(realpathSync(folder))) return null;
  const asked = ["rev-parse", "--show-object-format", "--is-shallow-repository", "--show-toplevel"];
  const answer = await withoutGit(runGit(folder, asked));
  if (answer === null || /not a git repository|must be run in a work tree/.test(answer.stderr)) return null;
  if (answer.status !== 0) throw gitFailed(asked, answer.stderr);
  // The top folder comes last, because its name may hold newlines.
  const [format, shallow, ...top] = answer.stdout.replace(/\n$/, "").split("\n");
  const toplevel = holding(folder, top.join("\n"));
  const objects = gitObjects(toplevel);
  return {
    toplevel,
    objectFormat: format === "sha256" ? "sha256" : "sha1",
    shallow: shallow === "true",
    objects,
    resolve: (ref) => resolveRef(toplevel, ref),
    commitNamed: (ref) => commitNamed(toplevel, ref),
    has: async (commit) => (await resolveRef(toplevel, commit)) !== null,
    parents: (commit) => parentsOf(objects, commit),
    fetch: (commit) => fetchCommit(toplevel, commit),
    mergeBase: (a, b) => mergeBaseOf(toplevel, objects, a, b),
    close: () => objects.close(),
  };
}

/** Saves the start of git where there is nothing for it to find. */
function hasRepositoryAbove(folder: string): boolean {
  const parent = dirname(folder);
  return existsSync(join(folder, ".git")) || (parent !== folder && hasRepositoryAbove(parent));
}

async function withoutGit(running: Promise<GitAnswer>): Promise<GitAnswer | null> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof WorkspaceError && error.code === "git-missing") return null;
    throw error;
  }
}

/** A repository can configure any folder of the machine as its work tree; only one above ours with a .git counts. */
function holding(folder: string, toplevel: string): string {
  const way = relative(realpathSync(toplevel), realpathSync(folder));
  const holds = !isAbsolute(way) && way.split(/[\\/]/)[0] !== "..";
  if (holds && existsSync(join(toplevel, ".git"))) return toplevel;
  throw new WorkspaceError(
    "unsafe-repository",
    `git says that the work tree of ${folder} is ${toplevel}, which is not the folder above it that holds .git.`,
    "Remove core.worktree from the repository's configuration.",
  );
}
