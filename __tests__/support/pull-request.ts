import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pullRequestPayload } from "./pull-request-payload.ts";
import { commit, type Files, git, initialise } from "./repository.ts";

export interface Wishes {
  readonly base: Files;
  /** What the pull request changes. */
  readonly head: Files;
  /** What went to the base after the pull request's event had named its base. */
  readonly meanwhile?: Files;
  readonly fromFork?: boolean;
  /** `shallow` as actions/checkout leaves it by default, `full` with `fetch-depth: 0`. */
  readonly clone?: "shallow" | "full";
  readonly slug?: string;
  readonly number?: number;
}

export interface PullRequest {
  readonly eventName: "pull_request";
  readonly payload: object;
  readonly slug: string;
  readonly ref: string;
  /** What the event names as base; the merge's first parent where nothing came in between. */
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
  /** A clone with the test merge checked out, its origin over file://. */
  readonly workspace: string;
  readonly remove: () => void;
}

export function makePullRequest(wishes: Wishes): PullRequest {
  const { slug = "octo-org/credit", number = 7, fromFork = false } = wishes;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pull-request-")));
  const origin = join(folder, "origin");
  const workspace = join(folder, "workspace");
  initialise(origin);
  const baseSha = commit(origin, wishes.base, "Base");
  git(origin, "checkout", "--quiet", "-b", "retrain");
  const headSha = commit(origin, wishes.head, "Retrain");
  git(origin, "checkout", "--quiet", "main");
  if (wishes.meanwhile) commit(origin, wishes.meanwhile, "Meanwhile");
  git(origin, "checkout", "--quiet", "--detach");
  git(origin, "merge", "--quiet", "--no-ff", "--message", `Merge ${headSha} into main`, headSha);
  const mergeSha = git(origin, "rev-parse", "HEAD");
  const ref = `refs/pull/${number}/merge`;
  git(origin, "update-ref", ref, mergeSha);
  // GitHub serves any commit that can be reached, which git's own server does only when told.
  git(origin, "config", "uploadpack.allowReachableSHA1InWant", "true");
  checkOut(workspace, origin, ref, mergeSha, wishes.clone ?? "shallow");
  return {
    eventName: "pull_request",
    payload: pullRequestPayload({ slug, number, baseSha, headSha, mergeSha, fromFork }),
    slug,
    ref,
    baseSha,
    headSha,
    mergeSha,
    workspace,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The steps of actions/checkout: an empty repository, one fetch of one commit, a detached head. */
export function checkOut(
  workspace: string,
  origin: string,
  ref: string,
  sha: string,
  clone: "shallow" | "full",
): void {
  const remote = ref.replace("refs/", "refs/remotes/");
  initialise(workspace);
  git(workspace, "remote", "add", "origin", pathToFileURL(origin).href);
  const wanted =
    clone === "shallow"
      ? ["--depth=1", "origin", `+${sha}:${remote}`]
      : ["origin", "+refs/heads/*:refs/remotes/origin/*", `+${sha}:${remote}`];
  git(workspace, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...wanted);
  git(workspace, "checkout", "--quiet", "--force", remote);
}
