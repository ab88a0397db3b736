import type { Refusal } from "./refusal.ts";

/** One file that a tree agreed to open. Sizes in bytes; `end` is exclusive. */
export interface OpenFile {
  readonly path: string;
  readonly size: number;
  /**
   * The bytes in order, each chunk to be used before the next is asked for, which may overwrite it; stops with an
   * error when the file is longer than `size` said.
   */
  stream(): AsyncIterable<Uint8Array>;
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Paths relative to the root, POSIX, sorted by code point. `complete` is false when a cap cut the list. */
export interface Listing {
  readonly paths: readonly string[];
  readonly complete: boolean;
}

/** A bounded, read-only view of the repository: a work tree or a git commit. The only door to its files. */
export interface Tree {
  /** How a message names this tree: "work tree", or a commit's abbreviated id. */
  readonly label: string;
  /** What discovery may look at; `.gitignore` limits it. */
  list(): Promise<Listing>;
  /** Opens a declared path, ignored or not. Never follows a link out of the tree. */
  open(path: string): Promise<OpenFile | Refusal>;
  /** Git's blob id of a file as it stands in this tree, or null when it cannot be opened. */
  blobId(path: string): Promise<string | null>;
}

export function isRefusal<T extends object>(opened: T | Refusal): opened is Refusal {
  return "refused" in opened;
}
