import { createHash } from "node:crypto";
import type { Refusal } from "../../src/workspace/refusal.ts";
import type { Listing, OpenFile, Tree } from "../../src/workspace/tree.ts";

const CHUNK = 64 * 1024;

/** A tree held in memory: no links, no ignored files; `..` and absolute paths are refused as in a real one. */
export function memoryTree(files: Record<string, string | Uint8Array>, label = "memory"): Tree {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  const paths = [...contents.keys()].sort(byCodePoint);
  return {
    label,
    list: async (): Promise<Listing> => ({ paths, complete: true }),
    open: async (path) => {
      const bytes = contents.get(path);
      return bytes ? openBytes(path, bytes) : refuse(path, paths);
    },
    blobId: async (path) => {
      const bytes = contents.get(path);
      return bytes ? createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") : null;
    },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function openBytes(path: string, bytes: Uint8Array): OpenFile {
  return {
    path,
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    },
    read: async (start, end) => bytes.subarray(start, end),
  };
}

function refuse(path: string, paths: readonly string[]): Refusal {
  if (path.startsWith("/") || path.split("/").includes("..")) {
    return {
      refused: "outside-tree",
      path,
      says: `${path} is outside the repository`,
      fix: "name a file inside it",
    };
  }
  const isDirectory = path === "" || paths.some((other) => other.startsWith(`${path}/`));
  return isDirectory
    ? { refused: "is-directory", path, says: `${path} is a directory`, fix: "name a file" }
    : { refused: "not-found", path, says: `${path} does not exist`, fix: "add the file or correct the path" };
}
