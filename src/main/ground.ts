import { realpathSync, statSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import type { CommitReport } from "../report/report.ts";
import { CAPS } from "../workspace/caps.ts";
import { commitTree } from "../workspace/commit-tree.ts";
import { type GitRepository, openRepository } from "../workspace/git-repository.ts";
import type { Tree } from "../workspace/tree.ts";
import { workTree } from "../workspace/work-tree.ts";
import { existing } from "./existing.ts";
import { UsageError } from "./usage-error.ts";

/** The two trees to compare, and where in them to look. */
export interface Ground {
  readonly head: Tree;
  readonly base: Tree | null;
  readonly commit: CommitReport;
  readonly scope: readonly string[];
  readonly repository: GitRepository | null;
}

/** The commits that the operator or the event names; null where there is none. */
export interface Commits {
  readonly base: string | null;
  readonly head: string | null;
}

/** The repository around the given paths; without one, the folder itself. */
export async function openGround(
  paths: readonly string[],
  commits: (repository: GitRepository | null) => Promise<Commits>,
): Promise<Ground> {
  const places = paths.map((path) => existing(path, "give the path of a folder or of a model card"));
  const first = places[0]!;
  const folder = statSync(first).isDirectory() ? first : dirname(first);
  const repository = await openRepository(folder);
  try {
    return await groundIn(repository, places, await commits(repository));
  } catch (error) {
    repository?.close();
    throw error;
  }
}

async function groundIn(
  repository: GitRepository | null,
  places: readonly string[],
  { base, head: named }: Commits,
): Promise<Ground> {
  const root = repository ? realpathSync(repository.toplevel) : commonFolder(places);
  const evaluated = repository ? await repository.resolve("HEAD") : null;
  const head = named ?? evaluated;
  return {
    head: await workTree(root, CAPS, repository),
    base: repository && base ? await commitTree(repository, base, CAPS) : null,
    commit: {
      head,
      evaluated,
      base,
      mergeBase: repository && base && head ? await mergeBaseOf(repository, base, head) : null,
    },
    scope: places.map((place) => inside(root, place)),
    repository,
  };
}

/** A shallow clone may lack the author's own commit, and then cannot know where it branched off. */
async function mergeBaseOf(repository: GitRepository, base: string, tip: string): Promise<string | null> {
  return (await repository.has(tip)) ? repository.mergeBase(base, tip) : null;
}

function inside(root: string, place: string): string {
  const path = relative(root, place);
  if (path === ".." || path.startsWith(`..${sep}`)) {
    throw new UsageError(`${place} is not in ${root}`, "judge one repository at a time");
  }
  return path.split(sep).join("/");
}

/** Without a repository the paths must lie in one folder: the nearest that holds them all. */
function commonFolder(places: readonly string[]): string {
  const folders = places.map((place) => (statSync(place).isDirectory() ? place : dirname(place)));
  let common = folders[0]!;
  while (
    !folders.every(
      (folder) => folder === common || folder.startsWith(common.endsWith(sep) ? common : common + sep),
    )
  ) {
    common = dirname(common);
  }
  return common;
}
