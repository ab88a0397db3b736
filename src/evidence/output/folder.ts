import type { Caps } from "../../workspace/caps.ts";
import { lowerBound } from "../../workspace/order.ts";
import { isRefusal, type OpenFile, type Tree } from "../../workspace/tree.ts";
import type { FolderSource } from "./source.ts";

/** The listed files below a folder; null when there is none, or there are more than the cap. */
export async function folderSource(tree: Tree, folder: string, caps: Caps): Promise<FolderSource | null> {
  const { paths } = await tree.list();
  const prefix = folder === "" ? "" : `${folder}/`;
  const inside: string[] = [];
  for (let at = lowerBound(paths, prefix); paths[at]?.startsWith(prefix); at++) {
    if (inside.length === caps.evidenceEntries) return null;
    inside.push(paths[at]!.slice(prefix.length));
  }
  if (inside.length === 0) return null;

  async function open(path: string): Promise<OpenFile | null> {
    const file = await tree.open(prefix + path);
    return isRefusal(file) ? null : file;
  }
  return {
    form: "folder",
    path: folder,
    paths: inside,
    open,
    async text(path) {
      const file = await open(path);
      if (file === null || file.size > caps.documentBytes) return null;
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(await file.read(0, file.size));
      } catch {
        return null;
      }
    },
  };
}
