import { posix } from "node:path";

/** A card's path, written relative to the card's folder, as a path from the root of the tree. May leave it: the tree refuses. */
export function resolveIn(folder: string, path: string): string {
  if (path.startsWith("/")) return path;
  return posix.normalize(posix.join(folder, path));
}
