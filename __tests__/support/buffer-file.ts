import type { OpenFile } from "../../src/workspace/tree.ts";

/** A file that is kept in memory and streamed in chunks of the size that a test wants to try. */
export function bufferFile(path: string, bytes: Uint8Array | string, chunkSize = 64 * 1024): OpenFile {
  const content = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return {
    path,
    size: content.length,
    async *stream() {
      for (let at = 0; at < content.length; at += chunkSize) yield content.slice(at, at + chunkSize);
    },
    async read(start, end) {
      return content.slice(start, end);
    },
  };
}
