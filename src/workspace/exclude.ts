import picomatch from "picomatch";
import type { Tree } from "./tree.ts";

/** The tree without the paths that match: discovery does not see them, a declared path still opens. */
export function excluding(tree: Tree, patterns: readonly string[]): Tree {
  if (patterns.length === 0) return tree;
  const excluded = picomatch([...patterns], { dot: true, noextglob: true, nonegate: true });
  return {
    label: tree.label,
    open: (path) => tree.open(path),
    blobId: (path) => tree.blobId(path),
    async list() {
      const { paths, complete } = await tree.list();
      return { paths: paths.filter((path) => !excluded(path)), complete };
    },
  };
}
