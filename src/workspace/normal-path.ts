import type { Refusal } from "./refusal.ts";
import { isDirectory, outsideTree, unreadable, unusablePath } from "./refusals.ts";

const PATH_CHARACTERS = 4096;

/** Folders' names by which some file system reaches git's own files: case, trailing dots, short name. */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*(?::.*)?$/i;
/** Characters that HFS+ skips when it compares names. */
const SKIPPED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

export function isGitFolder(name: string): boolean {
  return GIT_FOLDER.test(name) || GIT_FOLDER.test(name.replace(SKIPPED_BY_HFS, ""));
}

/**
 * A declared path in its one normal form: POSIX, relative to the root, without `.`, `..` or doubled slashes.
 * Refused: absolute paths, paths that leave the root, git's own files, and what no portable path holds.
 */
export function normalPath(path: string): string | Refusal {
  if (path.length > PATH_CHARACTERS) {
    const shown = `${path.slice(0, 60)}…`;
    return unusablePath(shown, `is longer than ${PATH_CHARACTERS} characters`, "Shorten the path.");
  }
  if (path.includes("\0"))
    return unusablePath(path, "holds a NUL character", "Remove the character from the path.");
  if (path.includes("\ufffd"))
    return unreadable(path, "its name is not valid UTF-8", "Rename the file or the folder.");
  const posix = path.replaceAll("\\", "/");
  if (posix.startsWith("/") || /^[A-Za-z]:\//.test(posix)) return outsideTree(path, "is an absolute path");
  const parts = inside(posix);
  if (parts === null) return outsideTree(path, "leads out of the repository");
  if (parts.some(isGitFolder)) return outsideTree(path, "is one of git's own files");
  const normal = parts.join("/");
  if (path.includes("\\")) return unusablePath(path, "has a backslash in it", `Write it as ${normal}.`);
  return normal === "" ? isDirectory(path) : normal;
}

function inside(posix: string): string[] | null {
  const parts: string[] = [];
  for (const part of posix.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts;
}
