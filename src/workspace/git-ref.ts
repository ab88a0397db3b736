import { WorkspaceError } from "./error.ts";
import { gitFailed } from "./git-failure.ts";
import { runGit } from "./git-run.ts";
import { nearest } from "./nearest.ts";

const REFS_COMPARED = 5_000;

export function isCommitId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** The full id of the commit that a branch, tag, id or revision names; null when this clone has none such. */
export async function resolveRef(folder: string, ref: string): Promise<string | null> {
  if (ref === "" || ref.startsWith("-") || /\p{Cc}/u.test(ref)) return null;
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const { status, stdout, stderr } = await runGit(folder, asked);
  if (stderr.includes("dubious ownership")) throw gitFailed(asked, stderr);
  const id = stdout.trim();
  return status === 0 && isCommitId(id) ? id : null;
}

/** As `resolveRef`, for a ref that the operator wrote: an unknown one is an error that names the nearest. */
export async function commitNamed(folder: string, ref: string): Promise<string> {
  const commit = await resolveRef(folder, ref);
  if (commit !== null) return commit;
  const meant = await nearestRef(folder, ref);
  const fix =
    meant === null
      ? `Fetch it first (git fetch origin ${isPlain(ref) ? ref : "REF"}), or name a commit of this clone.`
      : `Did you mean ${meant}?`;
  throw new WorkspaceError("unknown-ref", `There is no branch, tag or commit ${ref} in this clone.`, fix);
}

async function nearestRef(folder: string, ref: string): Promise<string | null> {
  const asked = ["for-each-ref", `--count=${REFS_COMPARED}`, "--format=%(refname:short)"];
  const { stdout } = await runGit(folder, [...asked, "refs/heads", "refs/remotes", "refs/tags"]);
  const names = stdout.split("\n").filter((name) => name !== "");
  return names.find((name) => name.endsWith(`/${ref}`)) ?? nearest(ref, names);
}

function isPlain(ref: string): boolean {
  return /^[\w./][\w./-]*$/.test(ref);
}
