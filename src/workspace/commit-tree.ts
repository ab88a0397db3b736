import type { Caps } from "./caps.ts";
import { type BlobSource, commitFile, type LastBlob, smallBlob } from "./commit-file.ts";
import { type CommitEntry, type CommitListing, listCommit } from "./commit-listing.ts";
import { WorkspaceError } from "./error.ts";
import { follow, type Standing } from "./follow.ts";
import { isCommitId } from "./git-ref.ts";
import { normalPath } from "./normal-path.ts";
import { lowerBound } from "./order.ts";
import type { Refusal } from "./refusal.ts";
import { notFound, overCap, unreadable } from "./refusals.ts";
import { suggester } from "./suggestion.ts";
import type { OpenFile, Tree } from "./tree.ts";

const LINK_BYTES = 4096;

/** The tree of a commit, listed once when it is made. `commit` is a full id; throws `unknown-ref` otherwise. */
export async function commitTree(repository: BlobSource, commit: string, caps: Caps): Promise<Tree> {
  if (!isCommitId(commit)) {
    throw new WorkspaceError("unknown-ref", `${commit} is not a full commit id.`, "Resolve it first.");
  }
  const label = commit.slice(0, 12);
  const listing = await listCommit(repository.toplevel, commit, caps.treeFiles);
  const { entries, paths, complete } = listing;
  const last: LastBlob = { kept: null };
  const suggest = suggester((folder, most) => namesIn(paths, folder, most));
  const ground = {
    at: (path: string) => standingAt(listing, path),
    target: (link: string) => targetOf(link, entries.get(link), repository),
  };

  async function entryAt(path: string): Promise<{ path: string; entry: CommitEntry } | Refusal> {
    const normal = normalPath(path);
    if (typeof normal !== "string") return normal;
    const found = await follow(normal, ground, caps.linkHops);
    if (typeof found !== "string") {
      if (!("missing" in found)) return found;
      return complete ? notFound(normal, `commit ${label}`, suggest(found)) : cut(normal, caps);
    }
    return { path: normal, entry: entries.get(found)! };
  }

  async function open(path: string): Promise<OpenFile | Refusal> {
    const at = await entryAt(path);
    if ("refused" in at) return at;
    const { id, size } = at.entry;
    if (size !== null) return commitFile(at.path, id, size, repository, last, caps.tableBytesInMemory);
    return unreadable(at.path, "this clone does not have its contents", "Clone without a filter.");
  }

  return {
    label,
    list: async () => ({ paths, complete }),
    open,
    async blobId(path) {
      const at = await entryAt(path);
      return "refused" in at || at.entry.size === null ? null : at.entry.id;
    },
  };
}

function standingAt({ entries, paths }: CommitListing, path: string): Standing {
  const entry = entries.get(path);
  if (entry === undefined) return { kind: isFolder(paths, path) ? "directory" : "missing" };
  if (entry.kind === "submodule") return { kind: "other", what: "in a submodule" };
  return { kind: entry.kind };
}

function isFolder(paths: readonly string[], path: string): boolean {
  return paths[lowerBound(paths, `${path}/`)]?.startsWith(`${path}/`) === true;
}

async function targetOf(
  link: string,
  entry: CommitEntry | undefined,
  source: BlobSource,
): Promise<string | null> {
  if (entry === undefined || entry.size === null || entry.size > LINK_BYTES) return null;
  const target = Buffer.from(await smallBlob(link, entry.id, entry.size, source)).toString("utf8");
  return target.startsWith("/") || target.includes("\0") ? null : target;
}

/** The names in one folder, each found by a search in the sorted paths and never by a scan of subfolders. */
function namesIn(paths: readonly string[], folder: string, most: number): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const names: string[] = [];
  let at = lowerBound(paths, prefix);
  while (names.length < most && paths[at]?.startsWith(prefix)) {
    const rest = paths[at]!.slice(prefix.length);
    const slash = rest.indexOf("/");
    const name = slash === -1 ? rest : rest.slice(0, slash);
    names.push(name);
    // "0" is the character after "/": the first path past the subfolder.
    at = slash === -1 ? at + 1 : lowerBound(paths, `${prefix}${name}0`);
  }
  return names;
}

function cut(path: string, caps: Caps): Refusal {
  return overCap(
    path,
    `The commit has more than ${caps.treeFiles} files, and ${path} is not among those listed.`,
    "Raise treeFiles in the base's configuration.",
  );
}
