import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { CHUNK_BYTES } from "./chunks.ts";
import { WorkspaceError } from "./error.ts";
import type { Refusal } from "./refusal.ts";
import { isDirectory, notAFile, unreadable } from "./refusals.ts";
import type { OpenFile } from "./tree.ts";

/** Windows has neither flag, nor the FIFOs and the race that they are for. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * A regular file on disk whose links are already resolved. No descriptor is held between reads; every read
 * checks that it still is the same file, unchanged. Synchronous, because a trip through the thread pool costs
 * more than reading a small file.
 */
export function diskFile(path: string, absolute: string): OpenFile | Refusal {
  let first: BigIntStats;
  try {
    first = withDescriptor(absolute, (descriptor) => fstatSync(descriptor, { bigint: true }));
  } catch (error) {
    return unreadable(path, systemReason(error), "Make the file readable to the user who runs the check.");
  }
  if (first.isDirectory()) return isDirectory(path);
  if (!first.isFile()) return notAFile(path, whatIs(first));
  const size = Number(first.size);

  async function* stream(): AsyncGenerator<Uint8Array> {
    const descriptor = reopen(path, absolute, first);
    const chunk = Buffer.allocUnsafeSlow(Math.min(size, CHUNK_BYTES));
    try {
      for (let at = 0; at < size; at += CHUNK_BYTES) {
        yield filled(chunk.subarray(0, size - at), path, descriptor, at);
      }
      if (readSync(descriptor, Buffer.alloc(1), 0, 1, size) > 0) throw changed(path);
    } finally {
      closeSync(descriptor);
    }
  }

  async function read(start: number, end: number): Promise<Uint8Array> {
    const descriptor = reopen(path, absolute, first);
    try {
      const from = Math.max(0, Math.min(start, size));
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(end, size) - from));
      return filled(bytes, path, descriptor, from);
    } finally {
      closeSync(descriptor);
    }
  }

  return { path, size, stream, read };
}

/** What a message calls something that is neither a file, a folder nor a link. */
export function whatIs(stats: { isFIFO(): boolean; isSocket(): boolean }): string {
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return typeof code === "string" ? `the system says ${code}` : "the system refused";
}

function withDescriptor<T>(absolute: string, use: (descriptor: number) => T): T {
  const descriptor = openSync(absolute, FLAGS);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function reopen(path: string, absolute: string, first: BigIntStats): number {
  let descriptor: number;
  try {
    descriptor = openSync(absolute, FLAGS);
  } catch (error) {
    throw changed(path, error);
  }
  const now = fstatSync(descriptor, { bigint: true });
  const same =
    now.isFile() &&
    now.dev === first.dev &&
    now.ino === first.ino &&
    now.size === first.size &&
    now.mtimeNs === first.mtimeNs;
  if (same) return descriptor;
  closeSync(descriptor);
  throw changed(path);
}

/** The bytes from `start` on, as many as there is room for. */
function filled(bytes: Uint8Array, path: string, descriptor: number, start: number): Uint8Array {
  let count = 0;
  while (count < bytes.length) {
    const got = readSync(descriptor, bytes, count, bytes.length - count, start + count);
    if (got === 0) throw changed(path);
    count += got;
  }
  return bytes;
}

function changed(path: string, cause?: unknown): WorkspaceError {
  return new WorkspaceError(
    "changed-while-reading",
    `${path} changed while it was being read.`,
    "Run the check after everything that writes the file has finished.",
    cause,
  );
}
