export type RefusalCode =
  | "not-found"
  | "is-directory"
  | "not-a-file"
  | "outside-tree"
  | "link-outside-tree"
  | "too-many-links"
  | "over-cap"
  | "unreadable";

/** Why a tree will not open a path, in words for the author of the path, and what to do about it. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly path: string;
  readonly says: string;
  readonly fix: string;
  /** A file of nearly the same path that is there, when the path was not found. */
  readonly nearest?: string;
}
