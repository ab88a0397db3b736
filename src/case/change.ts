import type { Tree } from "../workspace/tree.ts";
import type { Case, Change } from "./case.ts";
import { referencedPaths } from "./dossier.ts";

/** Whether the card or anything that it names, on either side, differs between the two trees. */
export async function changeOf({ before, after }: Case, base: Tree, head: Tree): Promise<Change> {
  if (!before) return "added";
  if (!after) return "removed";
  const paths = new Set([...referencedPaths(before), ...referencedPaths(after)]);
  for (const path of paths) {
    const [was, is] = await Promise.all([base.blobId(path), head.blobId(path)]);
    if (was !== is) return "changed";
  }
  return "unchanged";
}
