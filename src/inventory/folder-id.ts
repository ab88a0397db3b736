import { posix } from "node:path";

/** A name for machines made of a name for people. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "")
    .slice(0, 100);
}

/** The id of a model whose card gives none: its folder's name; at the root, whose name is not known, "model". */
export function folderId(folder: string): string {
  return slug(posix.basename(folder)) || "model";
}
