import { createHash } from "node:crypto";
import type { OpenFile } from "./tree.ts";

/** SHA-256 of a file's bytes, lower-case hex. Rejects as `stream()` does when the file changes meanwhile. */
export async function sha256(file: OpenFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}

/** A file, and its digest: of the very bytes that were streamed, without a second reading, when they all were. */
export interface Digested {
  readonly file: OpenFile;
  sha256(): Promise<string>;
}

export function digested(file: OpenFile): Digested {
  let known: string | null = null;
  async function* stream(): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    for await (const chunk of file.stream()) {
      hash.update(chunk);
      yield chunk;
    }
    known = hash.digest("hex");
  }
  return { file: { ...file, stream }, sha256: async () => known ?? (await sha256(file)) };
}
