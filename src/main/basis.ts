import type { Change } from "../github/change.ts";
import type { GitRepository } from "../workspace/git-repository.ts";
import type { Commits } from "./ground.ts";
import { UsageError } from "./usage-error.ts";

/**
 * What the checked-out commit is compared with: the first parent of the test merge that GitHub made, else what the
 * event names. Fetched when a shallow clone lacks it.
 */
export async function basis(
  repository: GitRepository | null,
  change: Change,
  asked: string | null,
): Promise<Commits> {
  if (!repository) {
    throw new UsageError(
      "the workspace is no git repository",
      "add a step `uses: actions/checkout` before this one",
    );
  }
  const evaluated = await repository.commitNamed("HEAD");
  const head = change.pullNumber === null ? evaluated : change.headSha;
  if (asked !== null) return { base: await repository.commitNamed(asked), head };
  if (change.pullNumber === null) return { base: await cameFrom(repository, change), head };
  return { base: await pulledInto(repository, change, evaluated), head };
}

/** The base of a pull request must be had: without it the author's own policy would judge. */
async function pulledInto(repository: GitRepository, change: Change, evaluated: string): Promise<string> {
  const { headSha, evaluatedSha, baseSha } = change;
  const [first, second] = await repository.parents(evaluated);
  const isTestMerge = second !== undefined && second === headSha;
  if (!isTestMerge && evaluated !== headSha && evaluated !== evaluatedSha) {
    throw new UsageError(
      `the workspace is at ${evaluated.slice(0, 12)}, and the event is about ${(headSha ?? evaluatedSha).slice(0, 12)}`,
      "let actions/checkout take the pull request's own commit: leave out `ref:`",
    );
  }
  const base = isTestMerge && first !== undefined ? first : baseSha;
  if (base === null) throw new UsageError("the event names no base commit", "give the input `base`");
  const answer = await repository.fetch(base);
  if (!answer.fetched) throw new UsageError(answer.says, answer.fix);
  return base;
}

/** A forced push takes its own past away, and then there is nothing to compare with; a merge group always has its base. */
async function cameFrom(repository: GitRepository, { baseSha, kind }: Change): Promise<string | null> {
  if (baseSha === null) return null;
  const answer = await repository.fetch(baseSha);
  if (answer.fetched) return baseSha;
  if (kind === "push") return null;
  throw new UsageError(answer.says, answer.fix);
}
