import { createHash } from "node:crypto";
import type { OpenFile } from "./tree.ts";

/** SHA-256 of a file's bytes, lower-case hex. Rejects as `stream()` does when the file changes meanwhile. */
export async function sha256(file: OpenFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}
