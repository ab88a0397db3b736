import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOut } from "./pull-request.ts";
import { commit, type Files, git, initialise } from "./repository.ts";

export interface Pushed {
  readonly before: string;
  readonly sha: string;
  readonly workspace: string;
  readonly remove: () => void;
}

/** Two commits on main, and a clone of the second alone, as actions/checkout leaves it on a push or a merge group. */
export function makePush(base: Files, head: Files): Pushed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "push-")));
  const origin = join(folder, "origin");
  const workspace = join(folder, "workspace");
  initialise(origin);
  const before = commit(origin, base, "Base");
  const sha = commit(origin, head, "Retrain");
  git(origin, "config", "uploadpack.allowReachableSHA1InWant", "true");
  checkOut(workspace, origin, "refs/heads/main", sha, "shallow");
  return { before, sha, workspace, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
