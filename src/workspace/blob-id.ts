import { createHash } from "node:crypto";
import type { OpenFile } from "./tree.ts";

/** The hash that a git repository names its objects by. */
export type ObjectFormat = "sha1" | "sha256";

/** The id that git gives to a file's bytes as they stand: no line-ending conversion, no filter. */
export async function blobIdOf(file: OpenFile, format: ObjectFormat): Promise<string> {
  const hash = createHash(format).update(`blob ${file.size}\0`);
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}
