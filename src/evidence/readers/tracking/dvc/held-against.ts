import { posix } from "node:path";
import type { Aggregate } from "../../../output/output.ts";
import type { SourceOf } from "../../../output/source.ts";
import { md5sOf } from "./digest.ts";
import type { TrackedFile } from "./tracked-file.ts";

/** A file that DVC lists, held against what is there; `base` is the folder that its path is relative to. */
export async function heldAgainst(
  folder: SourceOf<"folder">,
  base: string,
  tracked: TrackedFile,
): Promise<Aggregate | null> {
  if (tracked.md5 === null) return null;
  const path = posix.join(base, tracked.path);
  if (posix.isAbsolute(tracked.path) || /^\.\.?(?:\/|$)/.test(path))
    return untold(tracked, "it is not in the folder that is named");
  return tracked.isFolder ? filesBelow(folder, path, tracked) : content(folder, path, tracked);
}

/** What cannot be held against anything, and how to bring it. */
export function untold(tracked: TrackedFile, because: string): Aggregate {
  const stated = tracked.bytes ?? tracked.files ?? 1;
  return { ...about(tracked.bytes === null ? "files" : "bytes", tracked), stated, recomputed: null, because };
}

export function absent(tracked: TrackedFile): Aggregate {
  return untold(tracked, `it is not here: run \`dvc pull ${tracked.path.slice(0, 200)}\``);
}

async function content(folder: SourceOf<"folder">, path: string, tracked: TrackedFile): Promise<Aggregate> {
  const file = await folder.open(path);
  if (file === null) return absent(tracked);
  if (!tracked.legacy && tracked.bytes !== null && tracked.bytes !== file.size)
    return { ...about("bytes", tracked), stated: tracked.bytes, recomputed: file.size, because: null };
  const { raw, unix } = await md5sOf(file);
  const same = raw === tracked.md5 || (tracked.legacy && unix === tracked.md5);
  return { ...about("contents with its md5", tracked), stated: 1, recomputed: same ? 1 : 0, because: null };
}

/** The digest of a folder is one of a list that only DVC's cache has; how many files and bytes it has is told. */
async function filesBelow(
  folder: SourceOf<"folder">,
  path: string,
  tracked: TrackedFile,
): Promise<Aggregate> {
  const below = folder.paths.filter((each) => each.startsWith(`${path}/`));
  if (below.length === 0) return absent(tracked);
  const { files, bytes } = tracked;
  if (files !== null && files !== below.length)
    return { ...about("files", tracked), stated: files, recomputed: below.length, because: null };
  if (bytes === null) return untold(tracked, "how many bytes it had is not written");
  let size = 0;
  for (const each of below) size += (await folder.open(each))?.size ?? 0;
  return { ...about("bytes", tracked), stated: bytes, recomputed: size, because: null, rows: below.length };
}

function about(what: string, { path, json }: TrackedFile) {
  return { name: `${what}|${path}`, tolerance: 0, rows: 1, at: json.at };
}
