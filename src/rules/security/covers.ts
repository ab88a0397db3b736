import { posix } from "node:path";

/**
 * Whether a path as a scanner wrote it is this file of the repository: the one ends with the other, at a folder's name.
 * What follows a colon is inside the file: "model.keras:config.json".
 */
export function covers(scanned: string, own: string): boolean {
  const plain = scanned.replaceAll("\\", "/").replace(/^(?:file:\/\/|[a-zA-Z]:(?=\/))/, "");
  const [outer = ""] = plain.split(":", 1);
  return [plain, outer].some((path) => isSame(posix.normalize(path), own));
}

function isSame(path: string, own: string): boolean {
  return path === own || path.endsWith(`/${own}`) || (path !== "" && own.endsWith(`/${path}`));
}
