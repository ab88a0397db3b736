import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { diskFile } from "./disk-file.ts";
import { IGNORE_BYTES, type IgnoreRules, isIgnored, withIgnoreFile } from "./ignore-rules.ts";
import { byCodePoint, sortedByCodePoint } from "./order.ts";
import { isRefusal, type Listing } from "./tree.ts";

const SKIPPED = new Set([".git", "node_modules"]);
/** Nested `.gitignore` files that apply to one path; deeper ones are not honoured. */
const IGNORE_DEPTH = 32;

interface Folder {
  readonly path: string;
  readonly rules: IgnoreRules | null;
  readonly depth: number;
}

/**
 * The files of a folder that is in no git repository. Folders near the root come first, so that a cut keeps
 * them; links are listed and never followed. A folder that cannot be read makes the listing incomplete.
 */
export async function walk(root: string, cap: number): Promise<Listing> {
  const paths: string[] = [];
  const folders: Folder[] = [{ path: "", rules: null, depth: 0 }];
  let complete = true;
  for (let next = 0; next < folders.length; next++) {
    const folder = folders[next]!;
    const children = childrenOf(join(root, folder.path));
    if (children === null) complete = false;
    const inner = await ignoreRulesOf(root, folder, children ?? []);
    for (const child of children ?? []) {
      if (SKIPPED.has(child.name)) continue;
      const path = folder.path === "" ? child.name : `${folder.path}/${child.name}`;
      const isFolder = child.isDirectory();
      if (isIgnored(isFolder ? `${path}/` : path, inner.rules)) continue;
      const seen = isFolder ? folders.length - 1 : paths.length;
      if (seen >= cap) return { paths: sortedByCodePoint(paths), complete: false };
      if (isFolder) folders.push({ ...inner, path });
      else paths.push(path);
    }
  }
  return { paths: sortedByCodePoint(paths), complete };
}

function childrenOf(absolute: string): Dirent[] | null {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name));
  } catch {
    return null;
  }
}

async function ignoreRulesOf(root: string, folder: Folder, children: readonly Dirent[]): Promise<Folder> {
  const has = children.some((child) => child.name === ".gitignore" && child.isFile());
  if (!has || folder.depth >= IGNORE_DEPTH) return folder;
  const path = folder.path === "" ? ".gitignore" : `${folder.path}/.gitignore`;
  const file = diskFile(path, join(root, path));
  if (isRefusal(file) || file.size > IGNORE_BYTES) return folder;
  const text = Buffer.from(await file.read(0, file.size)).toString("utf8");
  return { ...folder, rules: withIgnoreFile(folder.path, text, folder.rules), depth: folder.depth + 1 };
}
