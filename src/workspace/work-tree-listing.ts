import { lstatSync } from "node:fs";
import { join } from "node:path";
import { gitFailed } from "./git-failure.ts";
import { type GitEnd, gitOutput } from "./git-output.ts";
import { gitRecords } from "./git-records.ts";
import { runGit } from "./git-run.ts";
import { sortedByCodePoint } from "./order.ts";
import type { Listing } from "./tree.ts";
import { walk } from "./walk.ts";

const LIST = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];

/**
 * Files of a folder inside a git work tree: tracked ones, ignored or not, and untracked ones that are not
 * ignored. Submodules are left out. A folder that is itself ignored is walked: whoever names it means it.
 */
export async function listWorkTree(root: string, cap: number): Promise<Listing> {
  const listing = await listed(root, cap);
  if (listing.paths.length > 0) return listing;
  const { status } = await runGit(root, ["check-ignore", "--quiet", "."]);
  return status === 0 ? walk(root, cap) : listing;
}

async function listed(root: string, cap: number): Promise<Listing> {
  const paths = new Set<string>();
  let complete = true;
  const ended = ({ status, stderr }: GitEnd): void => {
    if (status !== 0) throw gitFailed(LIST, stderr);
    if (stderr.includes("could not open directory")) complete = false;
  };
  for await (const path of gitRecords(gitOutput(root, LIST, { ended }))) {
    if (path === null) complete = false;
    else if (!paths.has(path) && isListed(root, path)) {
      if (paths.size === cap) return { paths: sortedByCodePoint(paths), complete: false };
      paths.add(path);
    }
  }
  return { paths: sortedByCodePoint(paths), complete };
}

/** A name that is not UTF-8 cannot be looked up, but must not hide a file: it is listed, and refused when opened. */
function isListed(root: string, path: string): boolean {
  if (path.includes("\ufffd")) return true;
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
}
