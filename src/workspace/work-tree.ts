import { lstatSync, opendirSync, readlinkSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { blobIdOf } from "./blob-id.ts";
import type { Caps } from "./caps.ts";
import { diskFile, systemReason, whatIs } from "./disk-file.ts";
import { WorkspaceError } from "./error.ts";
import { follow, type Standing } from "./follow.ts";
import { type GitRepository, openRepository } from "./git-repository.ts";
import { normalPath } from "./normal-path.ts";
import { sortedByCodePoint } from "./order.ts";
import type { Refusal } from "./refusal.ts";
import { notFound } from "./refusals.ts";
import { suggester } from "./suggestion.ts";
import { isRefusal, type Listing, type OpenFile, type Tree } from "./tree.ts";
import { walk } from "./walk.ts";
import { listWorkTree } from "./work-tree-listing.ts";

const LABEL = "work tree";

/**
 * The tree of a folder on disk. Inside a git repository git lists it; pass the repository when it is open
 * already. Throws `no-such-folder`, and what `openRepository` throws.
 */
export async function workTree(
  root: string,
  caps: Caps,
  opened?: Pick<GitRepository, "objectFormat"> | null,
): Promise<Tree> {
  const top = realFolder(root);
  const repository = opened === undefined ? await openRepository(top) : opened;
  const suggest = suggester((folder, most) => namesIn(join(top, folder), most));
  const ground = {
    at: (path: string) => standingAt(join(top, path)),
    target: async (link: string) => targetOf(top, link),
  };
  let listing: Promise<Listing> | null = null;

  async function open(path: string): Promise<OpenFile | Refusal> {
    const normal = normalPath(path);
    if (typeof normal !== "string") return normal;
    const found = await follow(normal, ground, caps.linkHops);
    if (typeof found === "string") return diskFile(normal, join(top, found));
    return "missing" in found ? notFound(normal, LABEL, suggest(found)) : found;
  }

  return {
    label: LABEL,
    list() {
      listing ??= repository === null ? walk(top, caps.treeFiles) : listWorkTree(top, caps.treeFiles);
      return listing;
    },
    open,
    async blobId(path) {
      const file = await open(path);
      return isRefusal(file) ? null : blobIdOf(file, repository?.objectFormat ?? "sha1");
    },
  };
}

function realFolder(root: string): string {
  try {
    const top = realpathSync(root);
    if (lstatSync(top).isDirectory()) return top;
  } catch (cause) {
    throw noSuchFolder(root, `cannot be opened: ${systemReason(cause)}`, cause);
  }
  throw noSuchFolder(root, "is not a folder");
}

function noSuchFolder(root: string, why: string, cause?: unknown): WorkspaceError {
  return new WorkspaceError("no-such-folder", `${root} ${why}.`, "Name an existing folder.", cause);
}

function standingAt(absolute: string): Standing {
  try {
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined) return { kind: "missing" };
    if (stats.isSymbolicLink()) return { kind: "link" };
    if (stats.isDirectory()) return { kind: "directory" };
    return stats.isFile() ? { kind: "file" } : { kind: "other", what: whatIs(stats) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOTDIR" || code === "ENAMETOOLONG") return { kind: "missing" };
    return { kind: "unreadable", why: systemReason(error) };
  }
}

/** An absolute link is followed when it names a place under the real root. */
function targetOf(top: string, link: string): string | null {
  const target = readlinkSync(join(top, link));
  const posix = sep === "/" ? target : target.replaceAll(sep, "/");
  if (!isAbsolute(target)) return posix;
  const way = relative(top, target).replaceAll(sep, "/");
  return isAbsolute(way) || way === ".." || way.startsWith("../") ? null : `/${way}`;
}

function namesIn(absolute: string, most: number): readonly string[] {
  const names: string[] = [];
  try {
    const folder = opendirSync(absolute);
    try {
      for (let entry = folder.readSync(); entry !== null && names.length < most; entry = folder.readSync()) {
        names.push(entry.name);
      }
    } finally {
      folder.closeSync();
    }
  } catch {
    return [];
  }
  return sortedByCodePoint(names);
}
