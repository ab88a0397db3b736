import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** Where a path of the repository is on this machine. */
export function inRoot(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
