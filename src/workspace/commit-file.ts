import { chunksOf, joined } from "./chunks.ts";
import { WorkspaceError } from "./error.ts";
import { gitOutput } from "./git-output.ts";
import type { GitRepository } from "./git-repository.ts";
import type { OpenFile } from "./tree.ts";

/** Blobs up to this size come through the long-lived reader; larger ones have a process of their own. */
const SMALL_BLOB_BYTES = 8 * 1024 ** 2;

export type BlobSource = Pick<GitRepository, "toplevel" | "objects">;

/** Keeps the blob that was last read by ranges, so that many reads of one file load it once. */
export interface LastBlob {
  kept: { readonly id: string; readonly bytes: Promise<Uint8Array> } | null;
}

export function commitFile(
  path: string,
  id: string,
  size: number,
  source: BlobSource,
  last: LastBlob,
  bytesInMemory: number,
): OpenFile {
  async function* stream(): AsyncGenerator<Uint8Array> {
    if (size <= SMALL_BLOB_BYTES) {
      yield* chunksOf(await smallBlob(path, id, size, source));
      return;
    }
    let seen = 0;
    for await (const chunk of joined(gitOutput(source.toplevel, ["cat-file", "blob", id]))) {
      seen += chunk.length;
      if (seen > size) break;
      yield chunk;
    }
    if (seen !== size) throw damaged(path, id);
  }

  async function whole(): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    for await (const chunk of stream()) {
      bytes.set(chunk, filled);
      filled += chunk.length;
    }
    return bytes;
  }

  async function read(start: number, end: number): Promise<Uint8Array> {
    if (size > bytesInMemory) {
      throw new WorkspaceError(
        "over-cap",
        `${path} has ${size} bytes; a file of a commit is read in part only up to ${bytesInMemory}.`,
        "Make the file smaller, or raise tableBytesInMemory in the base's configuration.",
      );
    }
    if (last.kept?.id !== id) last.kept = { id, bytes: whole() };
    const { bytes } = last.kept;
    return (await bytes).subarray(Math.max(0, start), Math.max(0, end));
  }

  return { path, size, stream, read };
}

export async function smallBlob(
  path: string,
  id: string,
  size: number,
  { objects }: BlobSource,
): Promise<Uint8Array> {
  const object = await objects.read(id, size);
  if (object?.type !== "blob" || object.bytes?.length !== size) throw damaged(path, id);
  return object.bytes;
}

function damaged(path: string, id: string): WorkspaceError {
  return new WorkspaceError(
    "unreadable",
    `git could not give the blob ${id} of ${path} as it was listed.`,
    "Clone the repository again, or run git fsck to see what is damaged.",
  );
}
