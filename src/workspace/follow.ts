import { isGitFolder } from "./normal-path.ts";
import type { Refusal } from "./refusal.ts";
import { isDirectory, linkOutsideTree, notAFile, outsideTree, tooManyLinks, unreadable } from "./refusals.ts";

/** What stands at one path of a tree, links not followed. */
export type Standing =
  | { readonly kind: "file" | "directory" | "link" | "missing" }
  | { readonly kind: "other"; readonly what: string }
  | { readonly kind: "unreadable"; readonly why: string };

export interface Ground {
  at(path: string): Standing;
  /** Where a link points: relative to its folder, from the root when it begins with `/`, or null for elsewhere. */
  target(link: string): Promise<string | null>;
}

export interface Missing {
  readonly missing: true;
  /** The folder in which a name was not found ("" is the root), that name, and the rest of the path. */
  readonly folder: string;
  readonly name: string;
  readonly rest: string;
}

/** Walks a normal path to its regular file, links resolved by hand so that none is followed out of the tree. */
export async function follow(
  path: string,
  ground: Ground,
  hops: number,
): Promise<string | Missing | Refusal> {
  const pending = path.split("/").reverse();
  let folder = "";
  let hopsLeft = hops;
  let link = "";
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      if (folder === "") return linkOutsideTree(path, link);
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
      continue;
    }
    const here = folder === "" ? name : `${folder}/${name}`;
    if (isGitFolder(name)) return outsideTree(path, "leads to one of git's own files");
    const standing = ground.at(here);
    switch (standing.kind) {
      case "missing":
        return { missing: true, folder, name, rest: pending.reverse().join("/") };
      case "unreadable":
        return unreadable(path, standing.why, "Make the file readable to the user who runs the check.");
      case "other":
        return notAFile(path, standing.what);
      case "directory":
        folder = here;
        break;
      case "file":
        if (pending.length > 0) {
          return { missing: true, folder: here, name: pending.pop()!, rest: pending.reverse().join("/") };
        }
        return here;
      case "link": {
        if (hopsLeft-- === 0) return tooManyLinks(path, hops);
        link = here;
        const target = await ground.target(here);
        if (target === null) return linkOutsideTree(path, link);
        if (target.startsWith("/")) folder = "";
        pending.push(...target.split("/").reverse());
      }
    }
  }
  return isDirectory(path);
}
