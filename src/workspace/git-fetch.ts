import { WorkspaceError } from "./error.ts";
import { lastError } from "./git-message.ts";
import { isCommitId, resolveRef } from "./git-ref.ts";
import { runGit } from "./git-run.ts";

const FETCH_SECONDS = 300;

export type Fetched = { readonly fetched: true } | NotFetched;

interface NotFetched {
  readonly fetched: false;
  readonly says: string;
  readonly fix: string;
}

/** Brings one missing commit, without its history, from `origin`. Does nothing when the clone has it. */
export async function fetchCommit(folder: string, commit: string): Promise<Fetched> {
  if (!isCommitId(commit)) return notFetched(commit, "it is not a full commit id");
  if ((await resolveRef(folder, commit)) !== null) return { fetched: true };
  const asked = [
    "fetch",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-prune",
    "--depth=1",
    // A repository may configure another program to be run in its place.
    "--upload-pack=git-upload-pack",
    "origin",
    commit,
  ];
  try {
    const { status, stderr } = await runGit(folder, asked, { reach: "network", seconds: FETCH_SECONDS });
    if (status !== 0) return notFetched(commit, lastError(stderr));
  } catch (error) {
    if (error instanceof WorkspaceError) return notFetched(commit, error.message);
    throw error;
  }
  const arrived = (await resolveRef(folder, commit)) !== null;
  return arrived ? { fetched: true } : notFetched(commit, "the remote did not send it");
}

function notFetched(commit: string, why: string): NotFetched {
  return {
    fetched: false,
    says: `The commit ${commit} could not be fetched: ${why}`,
    fix: "Check out with the whole history (fetch-depth: 0 in actions/checkout), or with credentials that may fetch.",
  };
}
